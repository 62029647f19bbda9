package dev.brokerscope.core.backup;

import dev.brokerscope.api.broker.Session;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.archive.ChannelStart;
import dev.brokerscope.archive.Checkpoint;
import dev.brokerscope.archive.RunStart;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Finds partitions that the broker gives to nobody, since their channel was deleted or made anew: any worker may say
/// what is lost of them. Asks now and then.
final class Orphans {

    private static final long EVERY = Duration.ofSeconds(5).toNanos();

    private final Session session;
    private final Set<ChannelId> gone = new HashSet<>();
    private long asked = System.nanoTime();

    Orphans(Session session) {
        this.session = session;
    }

    List<Checkpoint> among(List<Checkpoint> left, RunStart run) throws FaultException, InterruptedException {
        if (System.nanoTime() - asked > EVERY) {
            asked = System.nanoTime();
            Set<ChannelId> open = left.stream().map(Checkpoint::channel).collect(Collectors.toSet());
            for (ChannelStart channel : run.channels()) {
                if (open.contains(channel.channel()) && isGone(channel)) {
                    gone.add(channel.channel());
                }
            }
        }
        return left.stream().filter(c -> gone.contains(c.channel())).toList();
    }

    private boolean isGone(ChannelStart channel) throws FaultException, InterruptedException {
        try {
            return !session.describe(channel.channel()).incarnation().equals(channel.incarnation());
        } catch (FaultException e) {
            if (e.kind() == FaultKind.UNREACHABLE || e.kind() == FaultKind.TIMEOUT) {
                return false;
            }
            if (e.kind() == FaultKind.NOT_FOUND) {
                return true;
            }
            throw e;
        }
    }
}
