package dev.brokerscope.plugin.kafka;

import dev.brokerscope.api.broker.Session;
import dev.brokerscope.api.broker.WritableSession;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.kafka.testkit.KafkaServer;
import dev.brokerscope.kafka.testkit.Topics;
import dev.brokerscope.testkit.BrokerContract;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(GuardedKafka.class)
final class KafkaContractTest extends BrokerContract {

    private final KafkaServer server;

    KafkaContractTest(KafkaServer server) {
        this.server = server;
    }

    @Override
    public Session connect() throws Exception {
        return new Connecting(server).session();
    }

    @Override
    public WritableSession connectForWriting() throws Exception {
        return new Connecting(server).writing();
    }

    @Override
    public ChannelId emptyChannel(int partitions) {
        return KafkaPlugin.topic(new Topics(server).create(Topics.fresh("contract"), partitions,
                Map.of("max.message.bytes", String.valueOf(4 << 20))));
    }

    @Override
    public Optional<dev.brokerscope.testkit.Witness> witness() {
        return Optional.of(new KafkaWitness(server));
    }

    @Override
    public String title() {
        return "Kafka topic";
    }
}
