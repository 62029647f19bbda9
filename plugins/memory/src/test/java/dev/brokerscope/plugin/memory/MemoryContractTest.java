package dev.brokerscope.plugin.memory;

import dev.brokerscope.api.broker.GapReason;
import dev.brokerscope.api.broker.WritableSession;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.api.message.Position;
import dev.brokerscope.testkit.BrokerContract;
import dev.brokerscope.testkit.SeededMessages;
import dev.brokerscope.testkit.Witness;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The contract on a channel with retention, compaction and aborted transactions behind it.
final class MemoryContractTest extends BrokerContract {

    private final MemoryBroker broker = new MemoryBroker("contract");
    private int channels;

    @Override
    public MemorySession connect() throws Exception {
        return broker.connect();
    }

    @Override
    public WritableSession connectForWriting() throws Exception {
        return broker.connect();
    }

    @Override
    public ChannelId emptyChannel(int partitions) throws Exception {
        return broker.create("channel-" + ++channels, partitions);
    }

    @Override
    public Optional<Witness> witness() {
        return Optional.of(new MemoryWitness(broker));
    }

    @Override
    public String title() {
        return "Memory channel";
    }

    @Override
    protected Filled fill() throws Exception {
        ChannelId channel = broker.create("filled", 3, java.util.Map.of("cleanup.policy", "compact"));
        List<Message> held = new ArrayList<>();
        for (Message message : SeededMessages.ofThisRun().generate(200, 3)) {
            int n = held.size();
            if (n % 11 == 4) {
                broker.publishAborted("filled", message);
            }
            if (n % 17 == 8) {
                broker.hole("filled", message.partition(), 2, GapReason.SPARSE);
            }
            Position at = broker.publish("filled", message);
            if (n % 19 == 7) {
                broker.erase("filled", at, GapReason.COMPACTED);
            }
            held.add(message.movedTo(at.partition(), 0, at.lo()).build());
        }
        for (int i = 7; i < held.size(); i++) {
            if (i % 19 == 7) {
                held.set(i, held.get(0));
            }
        }
        Position first = Position.of(1, 20);
        broker.trim("filled", first);
        broker.hole("filled", 2, 3, GapReason.TRANSACTIONAL);
        List<Message> left = held.stream().distinct()
                .filter(m -> m.partition() != 1 || m.position().compareTo(first) >= 0).toList();
        return new Filled(channel, left);
    }
}
