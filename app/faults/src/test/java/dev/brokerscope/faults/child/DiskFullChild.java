package dev.brokerscope.faults.child;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.archive.Archive;
import dev.brokerscope.archive.Verification;
import dev.brokerscope.cli.output.ExitCode;
import dev.brokerscope.core.job.JobContext;
import dev.brokerscope.faults.source.GeneratedSession;
import dev.brokerscope.faults.source.Workload;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;

/// Runs on a file system that is too small, in a namespace of its own: backs up, looks at what is left, makes room,
/// resumes. Says `first CODE`, `left STATE`, `second CODE`, `hash HEX`.
public final class DiskFullChild {

    private DiskFullChild() {}

    /// Words: the mounted folder, the workload.
    public static void main(String[] words) throws Exception {
        Path folder = Path.of(words[0]);
        Path file = folder.resolve("a.msgdb");
        Workload workload = Workload.parse(words[1]);
        System.out.println("first " + backUp(file, workload));
        Path partial = Path.of(file + ".partial");
        System.out.println(
                "left " + (Files.exists(partial) ? state(partial) : Files.exists(file) ? state(file) : "nothing"));
        new ProcessBuilder("mount", "-o", "remount,size=200m", folder.toString()).inheritIO().start().waitFor();
        System.out.println("second " + backUp(file, workload));
        System.out.println("hash " + HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file))));
    }

    private static String state(Path file) throws FaultException, InterruptedException {
        Verification found = Archive.verify(file, Verification.Level.DEEP, Verification.Listener.NONE);
        return found.state() + " " + found.problems();
    }

    private static int backUp(Path file, Workload workload) throws InterruptedException {
        try {
            return ExitCode.of(BackupChild.run(new GeneratedSession(workload), BackupChild.plan(file).resuming(true),
                    JobContext.direct()).outcome()).number();
        } catch (FaultException e) {
            System.out.println("fault " + e.fault());
            return ExitCode.of(e.kind()).number();
        }
    }
}
