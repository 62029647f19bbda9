package dev.brokerscope.plugin.memory;

import dev.brokerscope.api.fault.Fault;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.message.Message;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// What is to go wrong, planned ahead by a test. Failures after a number of messages happen once; then all is well again,
/// so that a resume can be tried. Any thread.
public final class MemoryScript {

    private record Planned(long after, Optional<Fault> fault) {}

    private record Refusal(Predicate<Message> which, Fault fault) {}

    private final Map<String, Planned> reading = new HashMap<>();
    private final Map<String, Planned> writing = new HashMap<>();
    private final Map<String, Refusal> refusals = new HashMap<>();
    private final Map<String, Duration> delays = new HashMap<>();

    MemoryScript() {}

    /// The next cursor that has delivered so many messages of the channel fails.
    public synchronized MemoryScript failReading(String channel, long afterMessages, Fault fault) {
        reading.put(channel, new Planned(afterMessages, Optional.of(fault)));
        return this;
    }

    /// The channel is deleted once a cursor has delivered so many messages of it.
    public synchronized MemoryScript deleteWhileReading(String channel, long afterMessages) {
        reading.put(channel, new Planned(afterMessages, Optional.empty()));
        return this;
    }

    /// The publisher that has taken so many messages for the channel breaks.
    public synchronized MemoryScript failPublishing(String channel, long afterMessages, Fault fault) {
        writing.put(channel, new Planned(afterMessages, Optional.of(fault)));
        return this;
    }

    /// Single messages are declined, always.
    public synchronized MemoryScript decline(String channel, Predicate<Message> which, Fault fault) {
        refusals.put(channel, new Refusal(which, fault));
        return this;
    }

    /// Each batch of the channel takes so long, unless cancelled.
    public synchronized MemoryScript slow(String channel, Duration perBatch) {
        delays.put(channel, perBatch);
        return this;
    }

    synchronized Duration delay(String channel) {
        return delays.getOrDefault(channel, Duration.ZERO);
    }

    synchronized Optional<FaultException> refusal(String channel, Message message) {
        Refusal refusal = refusals.get(channel);
        return refusal != null && refusal.which.test(message)
                ? Optional.of(new FaultException(refusal.fault)) : Optional.empty();
    }

    /// How many more messages may be read before the plan strikes.
    synchronized long readable(String channel, long delivered) {
        Planned planned = reading.get(channel);
        return planned == null ? Long.MAX_VALUE : Math.max(0, planned.after - delivered);
    }

    /// Carries the plan for reading out; absent fault: the channel is to be deleted.
    synchronized Optional<Fault> strike(String channel) {
        Planned planned = reading.remove(channel);
        return planned == null ? Optional.empty() : planned.fault;
    }

    synchronized void demandWritable(String channel, long written) throws FaultException {
        Planned planned = writing.get(channel);
        if (planned != null && written >= planned.after && planned.fault.isPresent()) {
            writing.remove(channel);
            throw new FaultException(planned.fault.get());
        }
    }
}
