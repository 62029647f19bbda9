package dev.brokerscope.desktop.wizard.backup;

import dev.brokerscope.archive.Verification;
import dev.brokerscope.desktop.ui.Texts;
import java.util.Optional;

/// How the sealed archive is checked.
public enum VerifyChoice {
    NONE, QUICK, FULL, DEEP;

    Optional<Verification.Level> level() {
        return switch (this) {
            case NONE -> Optional.empty();
            case QUICK -> Optional.of(Verification.Level.QUICK);
            case FULL -> Optional.of(Verification.Level.FULL);
            case DEEP -> Optional.of(Verification.Level.DEEP);
        };
    }

    String words() {
        return switch (this) {
            case NONE -> Texts.text("verify.none");
            case QUICK -> Texts.text("verify.quick");
            case FULL -> Texts.text("verify.full");
            case DEEP -> Texts.text("verify.deep");
        };
    }
}
