package dev.brokerscope.cli.option;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.cli.run.Run;
import dev.brokerscope.core.keys.Encryption;
import dev.brokerscope.core.keys.EncryptionWords;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/// What a new archive is encrypted with. Each may be given several times: any of them opens it.
public final class EncryptOptions {

    @Option(order = 711, names = "--encrypt-passphrase", paramLabel = "REFERENCE",
            description = "Encrypts with a passphrase: @env:NAME, @file:PATH, @keyring:NAME or @ask; repeatable.")
    List<String> passphrases = new ArrayList<>();

    @Option(order = 712, names = "--encrypt-recipient", paramLabel = "RECIPIENT",
            description = "Encrypts for somebody's identity: bsr1…, or @file:PATH of the identity; repeatable.")
    List<String> recipients = new ArrayList<>();

    @Option(order = 713, names = "--encrypt-key-file", paramLabel = "FILE",
            description = "Encrypts with the bytes of a file, of 32 bytes to 1 MiB; repeatable.")
    List<Path> keyFiles = new ArrayList<>();

    public EncryptionWords words() {
        return new EncryptionWords(passphrases, recipients, keyFiles);
    }

    /// Fetches what the references stand for; may ask.
    ///
    /// @param archive what is written: what was begun there before is opened with the keys of this run
    public Encryption encryption(Run run, Path archive) throws FaultException {
        return Encryption.of(words(), run.engine().secrets(), run.engine().archiveKeys().keys(archive));
    }
}
