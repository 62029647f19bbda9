package dev.brokerscope.faults.child;

import dev.brokerscope.archive.Archive;
import dev.brokerscope.archive.Verification;
import dev.brokerscope.cli.Main;
import dev.brokerscope.core.job.JobContext;
import dev.brokerscope.faults.source.GeneratedSession;
import dev.brokerscope.faults.source.Workload;
import java.nio.file.Path;

/// Loads what the other children load, so that their JVMs start from an archive of these classes.
public final class WarmChild {

    private WarmChild() {}

    /// One word: an archive to be written.
    public static void main(String[] words) throws Exception {
        Path file = Path.of(words[0]);
        BackupChild.run(new GeneratedSession(new Workload(1, 2_000, 300, 97, 0)), BackupChild.plan(file),
                JobContext.direct());
        Archive.verify(file, Verification.Level.DEEP, Verification.Listener.NONE);
        Main.main(new String[]{"verify", file.toString()});
    }
}
