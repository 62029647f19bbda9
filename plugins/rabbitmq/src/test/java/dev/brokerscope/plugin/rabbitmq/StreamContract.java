package dev.brokerscope.plugin.rabbitmq;

import dev.brokerscope.api.broker.PublishRequest;
import dev.brokerscope.api.broker.Session;
import dev.brokerscope.api.broker.WritableSession;
import dev.brokerscope.api.channel.ChannelDetails;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.api.message.TimestampType;
import dev.brokerscope.rabbitmq.testkit.RabbitServer;
import dev.brokerscope.testkit.BrokerContract;
import dev.brokerscope.testkit.Publishing;
import dev.brokerscope.testkit.Readout;
import dev.brokerscope.testkit.SeededMessages;
import dev.brokerscope.testkit.Witness;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;

/// The contract on streams. The server times chunks: an independent client tells which time each message really got.
abstract class StreamContract extends BrokerContract {

    private static final int MESSAGES = Integer.getInteger("brokerscope.contract.messages", 150);
    private static final int PIECES = 5;

    private final StreamLab lab;
    private final int partitions;

    StreamContract(RabbitServer server, int partitions) {
        this.lab = new StreamLab(server);
        this.partitions = partitions;
    }

    @AfterAll
    void closeLab() {
        lab.close();
    }

    @Override
    public Session connect() throws Exception {
        return lab.session();
    }

    @Override
    public WritableSession connectForWriting() throws Exception {
        return lab.writing();
    }

    @Override
    public ChannelId emptyChannel(int wanted) {
        String name = "contract-" + UUID.randomUUID();
        if (partitions == 1 || wanted == 1) {
            lab.create(name);
        } else {
            lab.createSuper(name, partitions);
        }
        return ChannelId.of("stream", name);
    }

    /// In pieces, so that there are chunks of different times.
    @Override
    protected Filled fill() throws Exception {
        try (WritableSession session = connectForWriting()) {
            ChannelDetails details = session.describe(emptyChannel(partitions));
            List<Message> messages = SeededMessages.ofThisRun().fitting(details.profile()).generate(MESSAGES,
                    partitions);
            for (int i = 0; i < PIECES; i++) {
                Publishing.allOf(session, PublishRequest.restore(details.id()),
                        messages.subList(i * MESSAGES / PIECES, (i + 1) * MESSAGES / PIECES), details.attributes());
                Thread.sleep(20);
            }
            Map<Integer, List<Message>> byPartition = new TreeMap<>(Readout.byPartition(messages));
            List<Message> stored = new ArrayList<>();
            for (var entry : byPartition.entrySet()) {
                List<StreamLab.Seen> seen = lab.read(stream(details.id(), entry.getKey()), entry.getValue().size());
                for (int i = 0; i < seen.size(); i++) {
                    stored.add(entry.getValue().get(i).movedTo(entry.getKey(), 0, seen.get(i).offset())
                            .timestamp(seen.get(i).time(), TimestampType.CHUNK).build());
                }
            }
            return new Filled(details.id(), stored);
        }
    }

    private String stream(ChannelId channel, int partition) {
        return partitions == 1 ? channel.name() : channel.name() + "-" + partition;
    }

    @Override
    public Optional<Witness> witness() {
        return partitions == 1 ? Optional.of(new StreamWitness(lab)) : Optional.empty();
    }
}
