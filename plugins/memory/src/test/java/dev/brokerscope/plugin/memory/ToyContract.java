package dev.brokerscope.plugin.memory;

import dev.brokerscope.api.channel.ChannelDetails;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.channel.Impact;
import dev.brokerscope.testkit.BrokerContract;
import dev.brokerscope.testkit.Witness;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/// The contract on a toy queue, honest or not.
class ToyContract extends BrokerContract {

    static final Set<Impact> CLASSIC = Set.of(Impact.TRANSIENT_CONSUMER, Impact.HIDES_MESSAGES,
            Impact.MARKS_REDELIVERED);
    static final Set<Impact> QUORUM = Set.of(Impact.TRANSIENT_CONSUMER, Impact.HIDES_MESSAGES,
            Impact.MARKS_REDELIVERED, Impact.COUNTS_DELIVERIES, Impact.REORDERS);

    private final MemoryBroker broker = new MemoryBroker("queues");
    private final ToyQueue queues;
    private final UnaryOperator<ChannelDetails> lie;
    private final boolean asks;
    private int channels;

    ToyContract(Set<Impact> manners) {
        this(manners, UnaryOperator.identity(), true);
    }

    /// A queue about which lies are told; it does not ask for consent, so that they are found by measuring.
    ToyContract(Set<Impact> manners, UnaryOperator<ChannelDetails> lie) {
        this(manners, lie, false);
    }

    private ToyContract(Set<Impact> manners, UnaryOperator<ChannelDetails> lie, boolean asks) {
        this.queues = new ToyQueue(broker, manners);
        this.lie = lie;
        this.asks = asks;
    }

    @Override
    public LyingSession connect() throws Exception {
        return connectForWriting();
    }

    @Override
    public LyingSession connectForWriting() throws Exception {
        return new LyingSession(new ToyQueueSession(broker.connect(), queues, asks), lie, UnaryOperator.identity(),
                UnaryOperator.identity());
    }

    @Override
    public ChannelId emptyChannel(int partitions) throws Exception {
        return broker.create("queue-" + ++channels, 1);
    }

    @Override
    public Optional<Witness> witness() {
        return Optional.of(queues);
    }
}
