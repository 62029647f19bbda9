package dev.brokerscope.desktop.detail;

import dev.brokerscope.desktop.ui.Texts;
import java.util.Locale;

/// The views of a message there are, in the order of their tabs and of Ctrl 1 to 5.
enum DetailTab {

    VALUE, KEY, HEADERS, METADATA, WHY;

    String title() {
        return Texts.text("detail.tab." + name().toLowerCase(Locale.ROOT));
    }
}
