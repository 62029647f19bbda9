package dev.brokerscope.core.restore;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.message.Position;
import dev.brokerscope.core.job.JobReport;
import dev.brokerscope.core.job.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What a restore wrote, and how the target compares with the archive.
///
/// @param losses sentences: settings and parts that could not be kept
/// @param comparison absent where the plan did not ask for it
public record RestoreReport(DryRun dryRun, Optional<String> clusterId, Instant started, Duration took,
        List<Channel> channels, List<Group> groups, List<String> losses, Optional<Comparison> comparison)
        implements JobReport {

    /// @param created whether the channel was created by this restore
    /// @param written messages that the target acknowledged
    /// @param failed messages that it refused
    /// @param firstFailure names the first of these
    /// @param retimed messages whose time the target does not take: they were written as of the restore
    /// @param mark by which an undo knows it again
    public record Channel(ChannelId from, ChannelId to, boolean created, long written, long failed, long bytes,
            Optional<String> firstFailure, long retimed, Mark mark) {}

    /// How a restore left a channel behind.
    ///
    /// @param incarnation tells it from a namesake made later
    /// @param ends of its partitions: behind them only others wrote
    public record Mark(String incarnation, List<Position> ends) {
        public Mark {
            ends = List.copyOf(ends);
        }
    }

    /// @param positions sentences: `payments, partition 3: 1204006 → 17`
    /// @param problem why it was not set, or what was lost; may be empty
    public record Group(String name, boolean set, List<String> positions, String problem) {
        public Group {
            positions = List.copyOf(positions);
        }
    }

    public RestoreReport {
        channels = List.copyOf(channels);
        groups = List.copyOf(groups);
        losses = List.copyOf(losses);
    }

    public long written() {
        return channels.stream().mapToLong(Channel::written).sum();
    }

    public long failed() {
        return channels.stream().mapToLong(Channel::failed).sum();
    }

    public long retimed() {
        return channels.stream().mapToLong(Channel::retimed).sum();
    }

    @Override
    public Outcome outcome() {
        if (comparison.filter(c -> !c.equal()).isPresent()) {
            return Outcome.DIFFERENT;
        }
        boolean incomplete = failed() > 0 || retimed() > 0 || groups.stream().anyMatch(g -> !g.set());
        return incomplete ? Outcome.INCOMPLETE : Outcome.COMPLETE;
    }

    @Override
    public String summary() {
        return RestoreWords.summary(this);
    }

    @Override
    public ObjectNode json() {
        return RestoreJson.report(this);
    }

    /// For terminals.
    public String text() {
        return RestoreWords.text(this);
    }

    /// One page that needs nothing else.
    public String html() {
        return RestorePage.html(this);
    }
}
