package dev.brokerscope.desktop.wizard.backup;

import dev.brokerscope.desktop.ui.Texts;

/// With what an archive is encrypted, if at all.
public enum EncryptionKind {
    NONE, PASSPHRASE, RECIPIENT, KEY_FILE;

    String words() {
        return switch (this) {
            case NONE -> Texts.text("encrypt.none");
            case PASSPHRASE -> Texts.text("encrypt.passphrase");
            case RECIPIENT -> Texts.text("encrypt.recipient");
            case KEY_FILE -> Texts.text("encrypt.key-file");
        };
    }
}
