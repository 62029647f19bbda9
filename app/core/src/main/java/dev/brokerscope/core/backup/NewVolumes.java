package dev.brokerscope.core.backup;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.archive.Archive;
import dev.brokerscope.archive.ArchiveContents;
import dev.brokerscope.archive.Verification;
import dev.brokerscope.archive.crypt.ArchiveKeys;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Checks what a run has added to a set, and whether the set still fits together.
/// @param keys to those that are encrypted, as far as they are at hand
record NewVolumes(Path set, ArchiveKeys keys) {

    Verification verify(Verification.Level level, Verification.Listener listener)
            throws FaultException, InterruptedException {
        Verification whole = Archive.verify(set, keys, Verification.Level.QUICK, Verification.Listener.NONE);
        if (level == Verification.Level.QUICK || whole.state() == Verification.State.DAMAGED) {
            return whole;
        }
        List<Verification.Problem> problems = new ArrayList<>();
        long blocks = 0;
        long messages = 0;
        long bytes = 0;
        for (Path volume : ofLastRun()) {
            Verification one = Archive.verify(volume, keys, level, listener);
            problems.addAll(one.problems());
            blocks += one.blocks();
            messages += one.messages();
            bytes += one.bytes();
        }
        Verification.State state = problems.isEmpty() ? whole.state() : Verification.State.DAMAGED;
        return new Verification(set, level, state, problems, whole.remarks(), blocks, messages, bytes);
    }

    private List<Path> ofLastRun() throws FaultException {
        try (Archive archive = Archive.open(set)) {
            ArchiveContents contents = archive.contents();
            UUID run = contents.runs().getLast().id();
            List<Path> files = new ArrayList<>();
            for (ArchiveContents.Volume volume : contents.volumes().reversed()) {
                try (Archive one = Archive.open(volume.file())) {
                    if (one.contents().runs().stream().noneMatch(r -> r.id().equals(run))) {
                        break;
                    }
                    files.addFirst(volume.file());
                }
            }
            return files;
        }
    }
}
