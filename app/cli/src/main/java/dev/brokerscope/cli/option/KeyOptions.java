package dev.brokerscope.cli.option;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.archive.crypt.ArchiveKey;
import dev.brokerscope.cli.run.Run;
import dev.brokerscope.core.keys.KeyWords;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/// What opens encrypted archives. A command that has `SourceOptions` has these too.
public final class KeyOptions {

    @Option(order = 811, names = "--key", paramLabel = "REFERENCE",
            description = "Opens an encrypted archive: its passphrase as @env:NAME, @file:PATH, @keyring:NAME or @ask, or "
                    + "its key file as @file:PATH; repeatable.")
    List<String> keys = new ArrayList<>();

    @Option(order = 812, names = "--identity", paramLabel = "FILE",
            description = "Opens what is encrypted for this identity's recipient; repeatable.")
    List<Path> identities = new ArrayList<>();

    private boolean unlocked;

    /// Fetches the keys, once, and gives them to the engine: every archive that this run opens is tried with them.
    public void unlock(Run run) throws FaultException {
        KeyWords words = new KeyWords(keys, identities);
        if (!unlocked) {
            unlocked = true;
            for (ArchiveKey key : words.resolve(run.engine().secrets())) {
                run.engine().archiveKeys().add(key);
            }
        }
    }
}
