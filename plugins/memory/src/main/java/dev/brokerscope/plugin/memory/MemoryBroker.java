package dev.brokerscope.plugin.memory;

import dev.brokerscope.api.broker.GapReason;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.channel.Impact;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.message.AttributeRole;
import dev.brokerscope.api.message.AttributeSchema;
import dev.brokerscope.api.message.AttributeType;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.api.message.Position;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongFunction;

/// A broker in memory with everything a test wants to plant: messages, holes, aborted ones, retention, groups, faults.
/// Tests use it directly, or through [MemoryPlugin] by name. Any thread.
public final class MemoryBroker {

    /// The one attribute of its messages.
    static final AttributeSchema ATTRIBUTES = new AttributeSchema(List.of(
            new AttributeSchema.Attribute("priority", "Priority", AttributeType.WHOLE, AttributeRole.PRIORITY, true)));

    private final String name;
    private final MemoryScript script = new MemoryScript();
    private final MemoryGroups groups = new MemoryGroups(this);
    private final NavigableMap<String, MemoryChannel> channels = new TreeMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private char[] token = new char[0];
    private boolean reachable = true;
    private int created;

    public MemoryBroker(String name) {
        this.name = name;
    }

    public String name() {
        return name;
    }

    /// A session with this broker, for reading and writing.
    public MemorySession connect() throws FaultException {
        demandReachable();
        return new MemorySession(this);
    }

    public static ChannelId id(String channel) {
        return ChannelId.of(MemoryPlugin.KIND.id(), channel);
    }

    /// Creates a channel; names that begin with `__` are internal.
    ///
    /// @throws FaultException of kind `ALREADY_EXISTS`
    public ChannelId create(String channel, int partitions, Map<String, String> settings) throws FaultException {
        return locked(() -> add(MemoryChannel.log(id(channel), incarnation(channel), partitions, settings)));
    }

    public ChannelId create(String channel, int partitions) throws FaultException {
        return create(channel, partitions, Map.of());
    }

    /// Creates a queue: reading it takes its messages and puts them back, and needs consent.
    public ChannelId createQueue(String queue) throws FaultException {
        return locked(() -> add(MemoryChannel.queue(ChannelId.of(MemoryPlugin.QUEUE.id(), queue), incarnation(queue))));
    }

    /// Creates a tap on a queue: shows what is sent to it from now on, and touches nothing.
    public ChannelId createTap(String tap, String queue) throws FaultException {
        return locked(() -> add(find(queue).tapped(ChannelId.of(MemoryPlugin.TAP.id(), tap), incarnation(tap))));
    }

    /// How many cursors are open over a channel.
    public int readers(String channel) throws FaultException {
        return locked(() -> find(channel).readers());
    }

    private String incarnation(String channel) throws FaultException {
        if (channels.containsKey(channel)) {
            throw MemoryFaults.exists(channel);
        }
        return name + "-" + ++created;
    }

    private ChannelId add(MemoryChannel made) {
        channels.put(made.id().name(), made);
        return made.id();
    }

    public void delete(String channel) throws FaultException {
        locked(() -> {
            find(channel).delete();
            channels.remove(channel);
            return true;
        });
    }

    /// Stores a message in the partition it names; its offset is the next one.
    public Position publish(String channel, Message message) throws FaultException {
        return append(channel, message, true);
    }

    /// Stores a message of an aborted transaction: only readers of everything see it.
    public Position publishAborted(String channel, Message message) throws FaultException {
        return append(channel, message, false);
    }

    /// Leaves the next offsets of a partition empty.
    public void hole(String channel, int partition, long size, GapReason reason) throws FaultException {
        change(channel, partition, p -> p.appendHole(size, reason));
    }

    /// Makes a hole where a message was, as compaction does.
    public void erase(String channel, Position position, GapReason reason) throws FaultException {
        change(channel, position.partition(), p -> p.erase(position.lo(), reason));
    }

    /// Forgets everything before the position, as retention does.
    public void trim(String channel, Position newFirst) throws FaultException {
        change(channel, newFirst.partition(), p -> p.trim(newFirst.lo()));
    }

    /// What reading the channel shall be said to do.
    public void impact(String channel, Set<Impact> impact) throws FaultException {
        locked(() -> {
            find(channel).impact(impact);
            return true;
        });
    }

    /// From now on sign-in needs this token.
    public void demandToken(String secret) {
        token = secret.toCharArray();
    }

    public void reachable(boolean whether) {
        lock.lock();
        try {
            reachable = whether;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Failures to come.
    public MemoryScript script() {
        return script;
    }

    /// How far consumers have come.
    public MemoryGroups groups() {
        return groups;
    }

    void demandReachable() throws FaultException {
        if (!reachable) {
            throw MemoryFaults.unreachable(name);
        }
    }

    void demandToken(char[] given) throws FaultException {
        demandReachable();
        if (!Arrays.equals(token, given)) {
            throw MemoryFaults.wrongToken(name);
        }
    }

    /// Runs with the broker standing still, where it can be reached.
    <T> T locked(MemoryAction<T> action) throws FaultException {
        lock.lock();
        try {
            demandReachable();
            T result = action.run();
            changed.signalAll();
            return result;
        } finally {
            lock.unlock();
        }
    }

    /// Waits for any change; the lock must be held.
    ///
    /// @return what is left of the nanoseconds
    long await(long nanos) throws InterruptedException {
        return changed.awaitNanos(nanos);
    }

    void wake() {
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    ReentrantLock lock() {
        return lock;
    }

    /// The lock must be held.
    NavigableMap<String, MemoryChannel> channels() {
        return channels;
    }

    /// The lock must be held.
    MemoryChannel find(String channel) throws FaultException {
        return Optional.ofNullable(channels.get(channel)).orElseThrow(() -> MemoryFaults.unknown(channel, name));
    }

    private Position append(String channel, Message message, boolean committed) throws FaultException {
        return locked(() -> {
            MemoryPartition partition = partition(find(channel), message.partition());
            LongFunction<Message> at = offset -> message.movedTo(message.partition(), 0, offset).build();
            return Position.of(message.partition(), partition.append(at, committed));
        });
    }

    private interface Change {
        void apply(MemoryPartition partition);
    }

    private void change(String channel, int partition, Change change) throws FaultException {
        locked(() -> {
            change.apply(partition(find(channel), partition));
            return true;
        });
    }

    static MemoryPartition partition(MemoryChannel channel, int number) throws FaultException {
        if (number < 0 || number >= channel.partitions().size()) {
            throw MemoryFaults.noPartition(channel, number);
        }
        return channel.partitions().get(number);
    }
}
