package dev.brokerscope.desktop.ui.control;

import dev.brokerscope.desktop.ui.Glyph;
import dev.brokerscope.desktop.ui.Icon;
import dev.brokerscope.desktop.ui.Texts;
import dev.brokerscope.desktop.ui.Tone;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// Small labelled marks. Null, empty, tombstone and binary never look alike. A badge is never cut.
public final class Badge {

    private static final double ICON = 11;

    private Badge() {
    }

    /// A bordered chip: facts beside a title, counts of findings.
    public static Label of(String text, Tone tone) {
        return badge(text, tone);
    }

    public static Label of(String text, Glyph glyph, Tone tone) {
        Label badge = badge(text, tone);
        badge.setGraphic(Icon.of(glyph, ICON, tone));
        return badge;
    }

    /// The format of a value, such as *Avro v7*: blue for Avro, teal for JSON, violet for XML, red when broken.
    public static Label format(String text, Tone tone) {
        return badge(text, tone, "format");
    }

    public static Label binary() {
        Label badge = format(Texts.text("badge.binary"), Tone.PLAIN);
        badge.setGraphic(new Icon(Glyph.BINARY, ICON));
        return badge;
    }

    /// Dashed: there is nothing, on purpose.
    public static Label tombstone() {
        return badge(Texts.text("badge.tombstone"), Tone.PLAIN, "format", "dashed");
    }

    /// Dashed: a value is present and has no bytes.
    public static Label empty() {
        return badge(Texts.text("badge.empty"), Tone.PLAIN, "format", "dashed");
    }

    /// The tag that stands for a null.
    public static Label nullTag() {
        return badge(Texts.text("badge.null"), Tone.PLAIN, "strong-text");
    }

    /// A tag in a value, such as `0 bytes`.
    public static Label tag(String text) {
        return badge(text, Tone.PLAIN, "strong-text");
    }

    /// A key of the keyboard, such as *Ctrl K*.
    public static Label key(String text) {
        return badge(text, Tone.PLAIN, "key");
    }

    /// How many, beside the title of a tab.
    public static Label count(String text) {
        return badge(text, Tone.PLAIN, "count");
    }

    private static Label badge(String text, Tone tone, String... classes) {
        Label badge = new Label(text);
        badge.getStyleClass().add("badge");
        badge.getStyleClass().addAll(classes);
        tone.applyTo(badge);
        badge.setMinWidth(Region.USE_PREF_SIZE);
        return badge;
    }
}
