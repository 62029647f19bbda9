package dev.brokerscope.core.backup;

import dev.brokerscope.api.broker.GapReason;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.message.Bytes;
import dev.brokerscope.archive.Archive;
import dev.brokerscope.archive.ArchiveContents;
import dev.brokerscope.archive.RunState;
import dev.brokerscope.archive.Verification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes the report from the sealed file: what it says is what is there.
final class FinishedBackup {

    private FinishedBackup() {}

    static BackupReport report(BackupPlan plan, Optional<Verification> verification, Duration took,
            List<String> incomplete) throws FaultException {
        return report(plan, PlanText.of(plan), verification, took, incomplete);
    }

    /// @param text what the archive must say that it is
    static BackupReport report(BackupPlan plan, PlanText text, Optional<Verification> verification, Duration took,
            List<String> incomplete) throws FaultException {
        try (Archive archive = Archive.open(plan.output(), plan.storing().encryption().keysOf(plan.output()))) {
            ArchiveContents contents = archive.contents();
            demandSamePlan(archive, plan, text);
            ArchiveContents.Run run = contents.runs().getLast();
            List<BackupReport.Channel> channels = contents.channels().stream()
                    .filter(c -> plan.set().isEmpty() || reads(c, run)).map(c -> channel(c, run)).toList();
            boolean gaps = run.state() != RunState.COMPLETE && run.state() != RunState.RUNNING;
            List<String> why = incomplete.isEmpty() && gaps ? List.of("The run ended with gaps.") : incomplete;
            return new BackupReport(plan.output(), false, channels,
                    channels.stream().mapToLong(BackupReport.Channel::messages).sum(),
                    channels.stream().mapToLong(BackupReport.Channel::bytes).sum(), size(contents.volumes()),
                    (int) contents.schemas().stream().filter(ArchiveContents.Schema::known).count(),
                    (int) contents.channels().stream().flatMap(c -> c.groups().stream()).map(g -> g.name()).distinct()
                            .count(),
                    took, why, verification);
        }
    }

    private static void demandSamePlan(Archive archive, BackupPlan plan, PlanText text) throws FaultException {
        if (!archive.isOf(text.json(), text.hash())) {
            throw new FaultException(FaultKind.REFUSED, "resume.other-plan",
                    plan.output() + " is the finished archive of another plan.", "Choose another name.");
        }
    }

    private static boolean reads(ArchiveContents.Channel channel, ArchiveContents.Run run) {
        return channel.partitions().stream().flatMap(p -> p.coverage().stream())
                .anyMatch(c -> c.run().equals(run.id()));
    }

    private static BackupReport.Channel channel(ArchiveContents.Channel channel, ArchiveContents.Run run) {
        Map<GapReason, Long> gaps = new EnumMap<>(GapReason.class);
        Map<Integer, Bytes> hashes = new HashMap<>();
        long messages = 0;
        long bytes = 0;
        long holes = 0;
        for (ArchiveContents.Partition partition : channel.partitions()) {
            for (ArchiveContents.Coverage coverage : partition.coverage()) {
                if (!coverage.run().equals(run.id())) {
                    continue;
                }
                messages += coverage.messages();
                bytes += coverage.bytes();
                holes += coverage.holes();
                coverage.contentHash().ifPresent(h -> hashes.put(partition.number(), h));
                coverage.gaps().forEach(g -> gaps.merge(g.reason(), g.next().lo() - g.from().lo(), Long::sum));
            }
        }
        return new BackupReport.Channel(channel.original(), channel.partitions().size(), messages, bytes, gaps,
                holes, hashes);
    }

    private static long size(List<ArchiveContents.Volume> volumes) throws FaultException {
        long size = 0;
        for (ArchiveContents.Volume volume : volumes) {
            size += size(volume.file());
        }
        return size;
    }

    private static long size(Path file) throws FaultException {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new FaultException(FaultKind.FILE_ACCESS, "file.access", file + " cannot be looked at.",
                    "Check its permissions.", e);
        }
    }
}
