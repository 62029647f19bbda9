package dev.brokerscope.core.restore;

import dev.brokerscope.api.broker.Isolation;
import dev.brokerscope.api.broker.Session;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.message.Position;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/// Where the target's partitions end.
record TargetEnds(Session session, ChannelId channel) {

    private static final Duration PAUSE = Duration.ofMillis(300);
    private static final int ATTEMPTS = 30;

    /// Behind the last message of each partition, committed or not.
    List<Position> now() throws FaultException, InterruptedException {
        return at(Isolation.ALL);
    }

    Isolation isolation(boolean transactional) {
        return transactional ? Isolation.COMMITTED : Isolation.ALL;
    }

    /// The ends once they stand still: what a killed attempt had sent may still be arriving.
    ///
    /// @throws FaultException of kind `REFUSED` where somebody goes on writing
    List<Position> quiet() throws FaultException, InterruptedException {
        List<Position> before = now();
        for (int i = 0; i < ATTEMPTS; i++) {
            Thread.sleep(PAUSE);
            List<Position> after = now();
            if (after.equals(before)) {
                return after;
            }
            before = after;
        }
        throw new FaultException(FaultKind.REFUSED, "resume.busy", "Somebody is writing into " + channel + ".",
                "Stop the writer, or restore into a new channel without --resume.");
    }

    /// The ends, all of it committed or taken back.
    ///
    /// @throws FaultException of kind `REFUSED` where somebody else's transaction stays open
    List<Position> committed() throws FaultException, InterruptedException {
        for (int i = 0; i < ATTEMPTS; i++) {
            List<Position> all = now();
            if (all.equals(at(Isolation.COMMITTED))) {
                return all;
            }
            Thread.sleep(PAUSE);
        }
        throw new FaultException(FaultKind.REFUSED, "resume.open-transaction",
                "Somebody else has an open transaction in " + channel + ".",
                "Wait until it has ended, or restore into a new channel.");
    }

    /// The same after a commit, whose marks may take a moment; with somebody else's open transaction the ends as they are.
    List<Position> whenCommitted() throws FaultException, InterruptedException {
        try {
            return committed();
        } catch (FaultException open) {
            return now();
        }
    }

    private List<Position> at(Isolation isolation) throws FaultException, InterruptedException {
        return session.ends(Set.of(channel), isolation).getOrDefault(channel, List.of());
    }
}
