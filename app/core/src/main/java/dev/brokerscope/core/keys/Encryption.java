package dev.brokerscope.core.keys;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.archive.Archive;
import dev.brokerscope.archive.crypt.ArchiveKeys;
import dev.brokerscope.archive.crypt.Protection;
import dev.brokerscope.core.secret.SecretStore;
import java.nio.file.Path;

/// How a new archive is encrypted, if at all: as it was typed, and what that stands for.
public record Encryption(EncryptionWords words, Protection protection) {

    public static final Encryption NONE = new Encryption(EncryptionWords.NONE, Protection.NONE);

    /// Fetches the secrets; may ask the user.
    ///
    /// @param keys to what was begun before
    public static Encryption of(EncryptionWords words, SecretStore secrets, ArchiveKeys keys) throws FaultException {
        return new Encryption(words, new Protection(words.locks(secrets), keys));
    }

    /// Who encrypts for a recipient only cannot read what was written.
    ///
    /// @throws FaultException of kind `USAGE`
    public void demandReadable(String what) throws FaultException {
        if (protection.encrypts() && protection.opening().isEmpty()) {
            throw new FaultException(FaultKind.USAGE, "encryption.unreadable", what
                    + " reads the messages again, but the archive is encrypted for a recipient whose identity is not"
                    + " here.", "Add --identity FILE, or do that where the identity is.");
        }
    }

    /// Those keys that open what was written, if any: an identity at hand may belong to somebody else.
    public ArchiveKeys keysOf(Path archive) throws FaultException {
        ArchiveKeys keys = protection.opening();
        try {
            Archive.open(archive, keys).close();
            return keys;
        } catch (FaultException e) {
            if (e.kind() == FaultKind.WRONG_KEY) {
                return ArchiveKeys.NONE;
            }
            throw e;
        }
    }

    /// Never what is secret.
    @Override
    public String toString() {
        return words.toString();
    }
}
