package dev.brokerscope.desktop.ui.control;

import dev.brokerscope.desktop.ui.Glyph;
import dev.brokerscope.desktop.ui.Icon;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

/// The kinds of buttons there are. Add the style class `large` in dialogs, `mini` in dense heads.
public final class Buttons {

    private static final double ICON = 14;

    private Buttons() {
    }

    public static Button plain(String text, Runnable action) {
        Button button = new Button(text);
        button.setOnAction(_ -> action.run());
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    public static Button plain(String text, Glyph glyph, Runnable action) {
        Button button = plain(text, action);
        button.setGraphic(new Icon(glyph, ICON));
        return button;
    }

    /// The one thing to do here: blue, at most one in sight.
    public static Button primary(String text, Glyph glyph, Runnable action) {
        return styled(plain(text, glyph, action), "accent");
    }

    /// Writes or destroys: red.
    public static Button danger(String text, Glyph glyph, Runnable action) {
        return styled(plain(text, glyph, action), "danger-action");
    }

    /// Without a border, for what is at hand but seldom wanted.
    public static Button flat(String text, Glyph glyph, Runnable action) {
        return styled(plain(text, glyph, action), "flat");
    }

    /// Mends what the sentence beside it is about.
    public static Button remedy(String text, Runnable action) {
        return styled(plain(text, Glyph.WRENCH, action), "remedy");
    }

    /// Only an icon; the name is its tooltip and what screen readers say.
    public static Button icon(Glyph glyph, String name, Runnable action) {
        Button button = new Button("", new Icon(glyph));
        button.setOnAction(_ -> action.run());
        button.setTooltip(new Tooltip(name));
        button.setAccessibleText(name);
        return styled(button, "icon-button");
    }

    public static Hyperlink link(String text, Runnable action) {
        Hyperlink link = new Hyperlink(text);
        link.setOnAction(_ -> action.run());
        link.setMinWidth(Region.USE_PREF_SIZE);
        return link;
    }

    private static Button styled(Button button, String styleClass) {
        button.getStyleClass().add(styleClass);
        return button;
    }
}
