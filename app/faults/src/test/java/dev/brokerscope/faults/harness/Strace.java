package dev.brokerscope.faults.harness;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Makes a chosen system call of a child fail, or kills the child in it.
public final class Strace {

    private Strace() {}

    /// Kills the child as its `when`-th call of this kind, counted over all of its threads, begins.
    public static List<String> killAt(String call, long when) {
        return command(call, "signal=SIGKILL:when=" + when);
    }

    /// Fails calls of this kind.
    ///
    /// @param error `EIO`, `ENOSPC`
    /// @param when in the words of strace: `7` only the seventh, `7+` from it on, `7+5` each fifth from it on
    public static List<String> failAt(String call, String error, String when) {
        return command(call, "error=" + error + ":when=" + when);
    }

    /// Only for files of the archive: the path prefix keeps the JVM's own files out of it.
    public static List<String> only(List<String> strace, List<String> paths) {
        List<String> more = new ArrayList<>(strace);
        for (String path : paths) {
            more.addAll(more.indexOf("-e"), List.of("-P", path));
        }
        return more;
    }

    /// Writes each traced call there; a failed one is marked `INJECTED`.
    public static List<String> logged(List<String> strace, java.nio.file.Path log) {
        List<String> more = new ArrayList<>(strace);
        more.set(more.indexOf("-o") + 1, log.toString());
        return more;
    }

    private static List<String> command(String call, String injection) {
        return List.of("strace", "-f", "-qq", "-o", "/dev/null", "-e", "trace=" + call, "-e",
                "inject=" + call + ":" + injection);
    }

    /// Demands that strace may be used here.
    public static void demand() throws InterruptedException {
        Permitted.demand("strace",
                works(List.of("strace", "-f", "-qq", "-o", "/dev/null", "-e", "trace=fsync", "true")));
    }

    /// Demands that a file system may be mounted in a namespace of one's own.
    public static void demandMounts() throws InterruptedException {
        Permitted.demand("mounting a small file system",
                works(List.of("unshare", "-Urm", "mount", "-t", "tmpfs", "tmpfs", "/mnt")));
    }

    private static boolean works(List<String> command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            return process.waitFor() == 0;
        } catch (IOException noSuchProgram) {
            return false;
        }
    }
}
