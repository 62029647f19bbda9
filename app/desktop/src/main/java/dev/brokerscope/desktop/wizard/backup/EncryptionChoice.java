package dev.brokerscope.desktop.wizard.backup;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.archive.crypt.ArchiveKeys;
import dev.brokerscope.archive.crypt.FileKey;
import dev.brokerscope.archive.crypt.Protection;
import dev.brokerscope.archive.crypt.Recipient;
import dev.brokerscope.archive.crypt.SlotLock;
import dev.brokerscope.core.keys.Encryption;
import dev.brokerscope.core.keys.EncryptionWords;
import dev.brokerscope.desktop.ui.Texts;
import dev.brokerscope.desktop.wizard.Typed;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// What the archive of a backup is encrypted with, as it was typed. FX thread only.
public final class EncryptionChoice {

    /// Makes the keys; reads files, so not on the FX thread.
    public interface Making {
        Encryption make() throws FaultException;
    }

    private final ObjectProperty<EncryptionKind> kind = new SimpleObjectProperty<>(EncryptionKind.NONE);
    private final StringProperty passphrase = new SimpleStringProperty("");
    private final StringProperty again = new SimpleStringProperty("");
    private final StringProperty recipient = new SimpleStringProperty("");
    private final StringProperty keyFile = new SimpleStringProperty("");

    public ObjectProperty<EncryptionKind> kindProperty() {
        return kind;
    }

    public StringProperty passphraseProperty() {
        return passphrase;
    }

    /// The passphrase once more.
    public StringProperty againProperty() {
        return again;
    }

    /// `bsr1…`
    public StringProperty recipientProperty() {
        return recipient;
    }

    public StringProperty keyFileProperty() {
        return keyFile;
    }

    Observable[] all() {
        return new Observable[]{kind, passphrase, again, recipient, keyFile};
    }

    public Strength strength() {
        return Strength.of(passphrase.get());
    }

    /// What is missing or wrong, as a sentence.
    public Optional<String> problem() {
        return switch (kind.get()) {
            case NONE -> Optional.empty();
            case PASSPHRASE -> passphrase.get().isEmpty() ? Optional.of(Texts.text("encrypt.passphrase.missing"))
                    : passphrase.get().equals(again.get()) ? Optional.empty()
                            : Optional.of(Texts.text("encrypt.passphrase.differs"));
            case RECIPIENT -> recipient.get().isBlank() ? Optional.of(Texts.text("encrypt.recipient.missing"))
                    : Typed.problem(recipient, Recipient::parse);
            case KEY_FILE -> file().isEmpty() ? Optional.of(Texts.text("encrypt.key-file.missing")) : Optional.empty();
        };
    }

    /// What was chosen, to be made elsewhere.
    Making making() {
        String secret = passphrase.get();
        String typed = recipient.get().strip();
        Optional<Path> file = file();
        return switch (kind.get()) {
            case NONE -> () -> Encryption.NONE;
            case PASSPHRASE -> () -> new Encryption(new EncryptionWords(List.of("@ask"), List.of(), List.of()),
                    locked(SlotLock.passphrase(secret.toCharArray())));
            case RECIPIENT -> () -> new Encryption(new EncryptionWords(List.of(), List.of(typed), List.of()),
                    locked(new SlotLock.ForRecipient(Recipient.parse(typed))));
            case KEY_FILE -> () -> new Encryption(
                    new EncryptionWords(List.of(), List.of(), file.map(List::of).orElse(List.of())),
                    locked(new SlotLock.ByFile(FileKey.read(file.orElseThrow()))));
        };
    }

    private static Protection locked(SlotLock lock) {
        return new Protection(List.of(lock), ArchiveKeys.NONE);
    }

    private Optional<Path> file() {
        try {
            return Optional.of(keyFile.get().strip()).filter(words -> !words.isEmpty()).map(Path::of);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
