package dev.brokerscope.desktop.wizard.restore;

import dev.brokerscope.desktop.ui.Texts;

/// How channels are called on the target.
public enum NamingKind {
    SAME, PREFIX, EACH;

    String words() {
        return switch (this) {
            case SAME -> Texts.text("restore.naming.same");
            case PREFIX -> Texts.text("restore.naming.prefix");
            case EACH -> Texts.text("restore.naming.each");
        };
    }
}
