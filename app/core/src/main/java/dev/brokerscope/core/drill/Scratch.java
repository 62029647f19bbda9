package dev.brokerscope.core.drill;

import dev.brokerscope.api.broker.WritableSession;
import dev.brokerscope.core.restore.RestoreTarget;
import java.util.OptionalLong;

/// Where a drill may write, and what it removes again.
///
/// @param connection its name, for finding what an interrupted drill left there; empty where nothing outlives the process
/// @param room bytes that it can hold at once; absent where it has a disk of its own
public record Scratch(String connection, RestoreTarget target, WritableSession session, OptionalLong room) {

    /// What a message costs in memory beside its bytes, generously.
    static final long PER_MESSAGE = 512;

    /// A broker that somebody runs.
    public static Scratch on(String connection, RestoreTarget target, WritableSession session) {
        return new Scratch(connection, target, session, OptionalLong.empty());
    }

    /// A broker in this process: the archive goes through it in portions that fit into a quarter of the heap.
    public static Scratch inProcess(RestoreTarget target, WritableSession session) {
        return new Scratch("", target, session, OptionalLong.of(Runtime.getRuntime().maxMemory() / 4));
    }

    ScratchChannels channels(String prefix) {
        return new ScratchChannels(session, target.label(), prefix);
    }

    boolean outlivesTheProcess() {
        return !connection.isEmpty();
    }
}
