package dev.brokerscope.core.keys;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.archive.crypt.FileKey;
import dev.brokerscope.archive.crypt.Identity;
import dev.brokerscope.archive.crypt.Recipient;
import dev.brokerscope.archive.crypt.SlotLock;
import dev.brokerscope.core.secret.SecretRef;
import dev.brokerscope.core.secret.SecretStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What an archive is to be encrypted with, as it was typed: references, never secrets.
///
/// @param recipients `bsr1…`, or `@file:` and the path of an identity
/// @param keyFiles paths
public record EncryptionWords(List<String> passphrases, List<String> recipients, List<Path> keyFiles) {

    /// Not at all.
    public static final EncryptionWords NONE = new EncryptionWords(List.of(), List.of(), List.of());

    private static final String QUESTION = "New passphrase for the archive";

    public EncryptionWords {
        passphrases = List.copyOf(passphrases);
        recipients = List.copyOf(recipients);
        keyFiles = List.copyOf(keyFiles);
    }

    public boolean isEmpty() {
        return passphrases.isEmpty() && recipients.isEmpty() && keyFiles.isEmpty();
    }

    /// Fetches what the references stand for. A passphrase that is typed is asked for twice.
    public List<SlotLock> locks(SecretStore secrets) throws FaultException {
        List<SlotLock> locks = new ArrayList<>();
        for (String reference : passphrases) {
            char[] passphrase = KeyWords.typed(secrets, reference, QUESTION);
            if (SecretRef.parse(reference).orElse(null) instanceof SecretRef.Ask) {
                demandSame(passphrase, secrets.resolve("@ask:The same again"));
            }
            locks.add(SlotLock.passphrase(passphrase));
            KeyWords.wipe(passphrase);
        }
        for (String recipient : recipients) {
            for (Recipient one : recipients(recipient)) {
                locks.add(new SlotLock.ForRecipient(one));
            }
        }
        for (Path file : keyFiles) {
            locks.add(new SlotLock.ByFile(FileKey.read(file)));
        }
        return locks;
    }

    private static void demandSame(char[] first, char[] second) throws FaultException {
        boolean same = Arrays.equals(first, second);
        KeyWords.wipe(second);
        if (!same) {
            KeyWords.wipe(first);
            throw new FaultException(FaultKind.USAGE, "passphrase.differs", "The two passphrases differ.",
                    "Type the same one twice.");
        }
    }

    private static List<Recipient> recipients(String text) throws FaultException {
        if (SecretRef.parse(text).orElse(null) instanceof SecretRef.InFile(String path)) {
            return IdentityFile.read(Path.of(path)).stream().map(Identity::recipient).toList();
        }
        return List.of(Recipient.parse(text));
    }

    /// The options of the command line that say the same.
    public List<String> words() {
        List<String> words = new ArrayList<>();
        passphrases.forEach(p -> words.addAll(List.of("--encrypt-passphrase", p)));
        recipients.forEach(r -> words.addAll(List.of("--encrypt-recipient", r)));
        keyFiles.forEach(f -> words.addAll(List.of("--encrypt-key-file", f.toString())));
        return words;
    }
}
