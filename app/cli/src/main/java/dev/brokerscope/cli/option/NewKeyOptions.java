package dev.brokerscope.cli.option;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.archive.crypt.SlotLock;
import dev.brokerscope.cli.run.Run;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Keys that are to open an archive from now on.
public final class NewKeyOptions {

    @Mixin
    EncryptOptions encrypt = new EncryptOptions();

    @Option(order = 714, names = "--label", paramLabel = "TEXT",
            description = "For people: stands readable in the archive, and in keys list.")
    String label = "";

    /// @throws FaultException of kind `USAGE` where none was given
    public List<SlotLock> locks(Run run) throws FaultException {
        if (encrypt.words().isEmpty()) {
            throw new FaultException(FaultKind.USAGE, "keys.none", "No new key was given.",
                    "Give --encrypt-passphrase @ask, --encrypt-recipient bsr1… or --encrypt-key-file FILE.");
        }
        return encrypt.words().locks(run.engine().secrets());
    }

    public String label() {
        return label;
    }
}
