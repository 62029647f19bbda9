package dev.brokerscope.faults;

import dev.brokerscope.core.job.JobContext;
import dev.brokerscope.faults.child.BackupChild;
import dev.brokerscope.faults.source.GeneratedSession;
import dev.brokerscope.faults.source.Workload;
import java.nio.file.Files;
import java.nio.file.Path;

/// A small sealed archive of two partitions with holes, to be mutilated.
record Sample(Path file, byte[] bytes) {

    private static final Workload WORKLOAD = new Workload(2, 1_500, 400, 97, 0);

    static Sample write(Path folder) throws Exception {
        Path file = folder.resolve("sound.msgdb");
        BackupChild.run(new GeneratedSession(WORKLOAD), BackupChild.plan(file), JobContext.direct());
        return new Sample(file, Files.readAllBytes(file));
    }

    /// A copy that a trial may change.
    Path copy() throws Exception {
        return copy(bytes);
    }

    Path copy(byte[] changed) throws Exception {
        Path copy = Files.createTempDirectory(file.getParent(), "mutant").resolve("a.msgdb");
        Files.write(copy, changed);
        return copy;
    }
}
