package dev.brokerscope.faults.child;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.archive.Archive;
import dev.brokerscope.archive.Verification;
import java.nio.file.Path;

/// Checks an archive deeply and says its state.
public final class VerifyChild {

    private VerifyChild() {}

    /// One word: the archive.
    public static void main(String[] words) throws FaultException, InterruptedException {
        Verification found = Archive.verify(Path.of(words[0]), Verification.Level.DEEP, Verification.Listener.NONE);
        System.out.println(found.state() + " " + found.problems());
    }
}
