package dev.brokerscope.core.backup;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.brokerscope.api.broker.GapReason;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.message.Bytes;
import dev.brokerscope.archive.Verification;
import dev.brokerscope.core.job.JobReport;
import dev.brokerscope.core.job.Outcome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a backup holds. Counts are of the whole archive, of interrupted attempts too.
///
/// @param resumed whether an unfinished archive was continued
/// @param bytes keys, values and headers before compression
/// @param archiveBytes size of the file
/// @param schemas embedded ones
/// @param groups groups whose positions are kept
/// @param incomplete sentences: why the archive does not hold everything asked for
/// @param verification present where the plan asked for it
public record BackupReport(Path archive, boolean resumed, List<Channel> channels, long messages, long bytes,
        long archiveBytes, int schemas, int groups, Duration took, List<String> incomplete,
        Optional<Verification> verification) implements JobReport {

    /// @param gaps positions without a message between blocks of messages, by reason
    /// @param holes positions without a message within such blocks: compacted, transactional
    /// @param hashes content hash of each partition, for comparing without the archive
    public record Channel(ChannelId channel, int partitions, long messages, long bytes, Map<GapReason, Long> gaps,
            long holes, Map<Integer, Bytes> hashes) {
        public Channel {
            gaps = Map.copyOf(gaps);
            hashes = Map.copyOf(hashes);
        }
    }

    public BackupReport {
        channels = List.copyOf(channels);
        incomplete = List.copyOf(incomplete);
    }

    BackupReport continued() {
        return new BackupReport(archive, true, channels, messages, bytes, archiveBytes, schemas, groups, took,
                incomplete, verification);
    }

    public double messagesPerSecond() {
        return took.isZero() ? 0 : messages * 1e9 / took.toNanos();
    }

    @Override
    public Outcome outcome() {
        if (verification.filter(v -> v.state() == Verification.State.DAMAGED).isPresent()) {
            return Outcome.DAMAGED;
        }
        return incomplete.isEmpty() ? Outcome.COMPLETE : Outcome.INCOMPLETE;
    }

    @Override
    public String summary() {
        return BackupWords.summary(this);
    }

    @Override
    public ObjectNode json() {
        return BackupWords.json(this);
    }
}
