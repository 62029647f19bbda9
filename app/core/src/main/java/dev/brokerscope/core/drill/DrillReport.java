package dev.brokerscope.core.drill;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.core.job.JobReport;
import dev.brokerscope.core.job.Outcome;
import dev.brokerscope.core.verify.ArchiveCheck;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Whether an archive can be restored.
///
/// @param scratch for people: where it was tried
/// @param inProcess tried in memory: proves the archive, not the broker it would be restored to
/// @param portions in how many it went through the scratch broker
/// @param channels empty where the check already found damage
/// @param notes sentences: what is not as it could be
/// @param left channels that could not be removed, with the reason
public record DrillReport(Path archive, String scratch, boolean inProcess, ArchiveCheck check, int portions,
        List<Channel> channels, List<String> notes, List<String> left, Instant started, Duration took)
        implements JobReport {

    /// One channel of the archive.
    ///
    /// @param bytes keys, values, headers
    /// @param failed messages that the scratch broker refused
    /// @param retimed messages whose time the target does not take
    /// @param compared whether it could be read back
    /// @param difference the first one, a sentence
    public record Channel(ChannelId channel, long written, long bytes, long failed, long retimed, boolean compared,
            Optional<String> difference) {

        boolean equal() {
            return compared && difference.isEmpty();
        }

        Channel plus(Channel more) {
            return new Channel(channel, written + more.written, bytes + more.bytes, failed + more.failed,
                    retimed + more.retimed,
                    compared && more.compared, difference.or(more::difference));
        }
    }

    public DrillReport {
        channels = List.copyOf(channels);
        notes = List.copyOf(notes);
        left = List.copyOf(left);
    }

    public long written() {
        return channels.stream().mapToLong(Channel::written).sum();
    }

    @Override
    public Outcome outcome() {
        if (check.outcome() == Outcome.DAMAGED) {
            return Outcome.DAMAGED;
        }
        if (channels.stream().anyMatch(c -> c.difference().isPresent())) {
            return Outcome.DIFFERENT;
        }
        boolean whole = check.sealed() && left.isEmpty()
                && channels.stream().allMatch(c -> c.equal() && c.failed() == 0 && c.retimed() == 0);
        return whole ? Outcome.COMPLETE : Outcome.INCOMPLETE;
    }

    @Override
    public String summary() {
        return DrillWords.summary(this);
    }

    @Override
    public ObjectNode json() {
        return DrillWords.json(this);
    }

    /// For terminals.
    public String text() {
        return DrillWords.text(this);
    }

    /// One page that needs nothing else.
    public String html() {
        return DrillPage.html(this);
    }
}
