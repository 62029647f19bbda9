package dev.brokerscope.core.keys;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.archive.crypt.ArchiveKey;
import dev.brokerscope.archive.crypt.FileKey;
import dev.brokerscope.archive.crypt.PassphraseKey;
import dev.brokerscope.core.secret.SecretRef;
import dev.brokerscope.core.secret.SecretStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Where the keys to encrypted archives are, as they were typed: references, never secrets.
///
/// @param keys passphrases; what is in a file may be a key file too
/// @param identities files
public record KeyWords(List<String> keys, List<Path> identities) {

    public static final KeyWords NONE = new KeyWords(List.of(), List.of());

    public KeyWords {
        keys = List.copyOf(keys);
        identities = List.copyOf(identities);
    }

    /// Fetches them; may ask the user.
    public List<ArchiveKey> resolve(SecretStore secrets) throws FaultException {
        List<ArchiveKey> found = new ArrayList<>();
        for (String reference : keys) {
            Optional<FileKey> file = file(reference);
            file.ifPresent(found::add);
            found.add(new PassphraseKey(passphrase(secrets, reference, "Passphrase of the archive", file.isPresent())));
        }
        for (Path identity : identities) {
            found.addAll(IdentityFile.read(identity));
        }
        return found;
    }

    /// A file may hold a passphrase or be a key file; which of the two, only the archive tells.
    private static Optional<FileKey> file(String reference) {
        if (SecretRef.parse(reference).orElse(null) instanceof SecretRef.InFile(String path)) {
            try {
                return Optional.of(FileKey.read(Path.of(path)));
            } catch (FaultException tooShortForOne) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /// @param binary whether what cannot be a passphrase is none
    private static char[] passphrase(SecretStore secrets, String reference, String question, boolean binary)
            throws FaultException {
        try {
            return typed(secrets, reference, question);
        } catch (FaultException e) {
            if (binary) {
                return new char[]{'\0'};
            }
            throw e;
        }
    }

    /// @param question where the user is to be asked, and the reference does not say what for
    static char[] typed(SecretStore secrets, String reference, String question) throws FaultException {
        char[] secret = secrets.resolve(reference.equals("@ask") ? "@ask:" + question : reference);
        if (secret.length == 0) {
            throw new FaultException(FaultKind.USAGE, "passphrase.empty", "The passphrase is empty.",
                    "Give one of several words.");
        }
        return secret;
    }

    static void wipe(char[] secret) {
        Arrays.fill(secret, '\0');
    }
}
