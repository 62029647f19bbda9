package dev.brokerscope.plugin.memory;

import dev.brokerscope.api.broker.Batch;
import dev.brokerscope.api.broker.GapReason;
import dev.brokerscope.api.channel.ChannelDetails;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.channel.Keep;
import dev.brokerscope.api.channel.MessagePart;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.api.message.Position;
import dev.brokerscope.testkit.BrokerContract;
import dev.brokerscope.testkit.SeededMessages;
import dev.brokerscope.testkit.Witness;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// The contract on a broker that lies in one way; its single tests are called by hand.
final class LyingBroker extends BrokerContract {

    private final MemoryBroker broker = new MemoryBroker("lying");
    private UnaryOperator<ChannelDetails> details = UnaryOperator.identity();
    private UnaryOperator<Batch> batches = UnaryOperator.identity();
    private UnaryOperator<Map<MessagePart, Keep>> claims = UnaryOperator.identity();
    private int channels;

    static LyingBroker aboutDetails(UnaryOperator<ChannelDetails> lie) {
        LyingBroker liar = new LyingBroker();
        liar.details = lie;
        return liar;
    }

    static LyingBroker aboutBatches(UnaryOperator<Batch> lie) {
        LyingBroker liar = new LyingBroker();
        liar.batches = lie;
        return liar;
    }

    static LyingBroker aboutClaims(UnaryOperator<Map<MessagePart, Keep>> lie) {
        LyingBroker liar = new LyingBroker();
        liar.claims = lie;
        return liar;
    }

    @Override
    public LyingSession connect() throws Exception {
        return connectForWriting();
    }

    @Override
    public LyingSession connectForWriting() throws Exception {
        return new LyingSession(broker.connect(), details, batches, claims);
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
    protected Filled fill() throws Exception {
        ChannelId channel = emptyChannel(2);
        List<Message> held = new ArrayList<>();
        for (Message message : SeededMessages.ofThisRun().generate(80, 2)) {
            Position at = broker.publish(channel.name(), message);
            held.add(message.movedTo(at.partition(), at.hi(), at.lo()).build());
            if (at.lo() % 10 == 3) {
                broker.hole(channel.name(), at.partition(), 2, GapReason.SPARSE);
            }
        }
        return new Filled(channel, held);
    }
}
