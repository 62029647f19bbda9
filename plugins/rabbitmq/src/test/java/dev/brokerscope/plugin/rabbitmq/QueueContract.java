package dev.brokerscope.plugin.rabbitmq;

import dev.brokerscope.api.broker.Session;
import dev.brokerscope.api.broker.WritableSession;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.rabbitmq.testkit.RabbitServer;
import dev.brokerscope.testkit.BrokerContract;
import dev.brokerscope.testkit.Witness;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// The contract on queues that are declared in one way.
abstract class QueueContract extends BrokerContract {

    private final RabbitServer server;
    private final String title;
    private final Map<String, Object> arguments;
    private final int readingsThatDrop;

    QueueContract(RabbitServer server, String title, Map<String, Object> arguments, int readingsThatDrop) {
        this.server = server;
        this.title = title;
        this.arguments = arguments;
        this.readingsThatDrop = readingsThatDrop;
    }

    @Override
    public Session connect() throws Exception {
        return Connecting.to(server).session();
    }

    @Override
    public WritableSession connectForWriting() throws Exception {
        return Connecting.to(server).writing();
    }

    @Override
    public ChannelId emptyChannel(int partitions) throws Exception {
        String name = "contract-" + UUID.randomUUID();
        try (PlainClient client = new PlainClient(server)) {
            client.queue(name, arguments);
        }
        return ChannelId.of("queue", name);
    }

    @Override
    public Optional<Witness> witness() {
        return Optional.of(new RabbitWitness(server, readingsThatDrop));
    }

    @Override
    public String title() {
        return title;
    }
}
