package dev.brokerscope.plugin.memory;

import dev.brokerscope.api.broker.Isolation;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.channel.Impact;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.testkit.Witness;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Queues in memory, for the contract to be tried on: who looks takes the messages, and puts them back with the manners
/// of a broker. The messages come from channels of a [MemoryBroker], which is all that publishers know.
final class ToyQueue implements Witness {

    /// Delivered so often, a message is dropped.
    static final int LIMIT = 2;

    /// One message and what became of it.
    static final class Entry {
        private final Message message;
        private long deliveries;

        Entry(Message message) {
            this.message = message;
        }

        Message message() {
            return message;
        }
    }

    private final MemoryBroker broker;
    private final Set<Impact> manners;
    private final Map<ChannelId, List<Entry>> ready = new HashMap<>();
    private final Map<ChannelId, Integer> seen = new HashMap<>();
    private final Map<ChannelId, Integer> readers = new HashMap<>();

    ToyQueue(MemoryBroker broker, Set<Impact> manners) {
        this.broker = broker;
        this.manners = Set.copyOf(manners);
    }

    Set<Impact> manners() {
        return manners;
    }

    private boolean does(Impact impact) {
        return manners.contains(impact);
    }

    /// What is ready; messages published since the last look join at the end.
    private List<Entry> ready(ChannelId channel) throws FaultException {
        return broker.locked(() -> {
            List<Entry> queue = ready.computeIfAbsent(channel, _ -> new ArrayList<>());
            MemoryPartition slots = broker.find(channel.name()).partitions().getFirst();
            for (int at = seen.getOrDefault(channel, 0); at < slots.end(); at++) {
                if (slots.slot(at, Isolation.ALL) instanceof MemoryPartition.Slot.Stored(var message, var _)) {
                    queue.add(new Entry(message));
                }
            }
            seen.put(channel, (int) slots.end());
            return queue;
        });
    }

    synchronized List<Entry> lend(ChannelId channel) throws FaultException {
        List<Entry> lent = new ArrayList<>(ready(channel));
        readers.merge(channel, does(Impact.TRANSIENT_CONSUMER) ? 1 : 0, Integer::sum);
        if (does(Impact.HIDES_MESSAGES)) {
            ready(channel).clear();
        }
        return lent;
    }

    synchronized void giveBack(ChannelId channel, List<Entry> lent) throws FaultException {
        readers.merge(channel, does(Impact.TRANSIENT_CONSUMER) ? -1 : 0, Integer::sum);
        List<Entry> queue = ready(channel);
        queue.removeAll(lent);
        lent.forEach(entry -> entry.deliveries++);
        List<Entry> back = new ArrayList<>(lent);
        if (does(Impact.CONSUMES)) {
            back.clear();
        }
        if (does(Impact.MAY_DROP_MESSAGES)) {
            back.removeIf(entry -> entry.deliveries > LIMIT);
        }
        if (does(Impact.REORDERS)) {
            Collections.rotate(back, 1); // reversing twice would hide it
        }
        queue.addAll(0, back);
    }

    @Override
    public synchronized long available(ChannelId channel) throws FaultException {
        return ready(channel).size();
    }

    @Override
    public synchronized Presence presence(ChannelId channel) {
        return new Presence(readers.getOrDefault(channel, 0), Set.of());
    }

    @Override
    public synchronized List<Sighting> take(ChannelId channel) throws FaultException {
        return ready(channel).stream()
                .map(e -> new Sighting(e.message.value(), does(Impact.MARKS_REDELIVERED) && e.deliveries > 0,
                        does(Impact.COUNTS_DELIVERIES) ? e.deliveries : 0))
                .toList();
    }

    @Override
    public int readingsThatDrop() {
        return LIMIT + 1;
    }
}
