package dev.brokerscope.desktop.ui;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// Every text people read in the window, from `texts.properties`. Sentences follow [MessageFormat]: a quote mark is
/// doubled where a sentence has arguments, and numbers given as numbers are grouped by thousands; give names, offsets
/// and ids as strings.
public final class Texts {

    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("dev.brokerscope.desktop.texts", Locale.ROOT);

    private Texts() {
    }

    /// An unknown key is a bug and throws [java.util.MissingResourceException].
    public static String text(String key, Object... arguments) {
        String pattern = BUNDLE.getString(key);
        return arguments.length == 0 ? pattern : new MessageFormat(pattern, Locale.ENGLISH).format(arguments);
    }
}
