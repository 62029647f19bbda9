package dev.brokerscope.desktop.ui.frame;

import dev.brokerscope.desktop.ui.Glyph;
import dev.brokerscope.desktop.ui.Icon;
import dev.brokerscope.desktop.ui.Rows;
import dev.brokerscope.desktop.ui.Texts;
import dev.brokerscope.desktop.ui.Theme;
import dev.brokerscope.desktop.ui.ThemeChoice;
import dev.brokerscope.desktop.ui.control.Badge;
import dev.brokerscope.desktop.ui.control.Buttons;
import dev.brokerscope.desktop.ui.control.Stage;
import dev.brokerscope.desktop.ui.control.StageMark;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Logo, menus, the field that opens the palette, what the screens add, and the button between dark and light; under
/// it the strip in the colour of the stage.
public final class TopBar extends VBox {

    private static final double LOGO = 18;

    private final Region strip = StageMark.strip(Stage.NONE);

    /// @param searchKeys the shortcut of the palette, such as *Ctrl K*
    /// @param trailing what stands before the theme button, such as the running jobs
    public TopBar(Theme theme, List<Menu> menus, String searchKeys, Runnable openPalette, List<Node> trailing) {
        MenuBar bar = new MenuBar();
        bar.getMenus().addAll(menus);
        bar.setMinWidth(Region.USE_PREF_SIZE);
        HBox row = new HBox(logo(), bar, Rows.spring(), searchField(searchKeys, openPalette), Rows.spring());
        row.getStyleClass().add("top-bar");
        row.getChildren().addAll(trailing);
        row.getChildren().add(themeButton(theme));
        getChildren().addAll(row, strip);
    }

    /// Colours the strip.
    ///
    /// @param own a colour of the user's instead of the stage's, `#rrggbb`
    public void setStage(Stage stage, Optional<String> own) {
        StageMark.show(strip, stage);
        strip.setStyle(own.map(colour -> "-fx-background-color: " + colour + ";").orElse(""));
    }

    private static Node logo() {
        var file = Objects.requireNonNull(TopBar.class.getResource("/dev/brokerscope/desktop/ui/icons/logo.png"));
        ImageView logo = new ImageView(new Image(file.toExternalForm()));
        logo.setFitWidth(LOGO);
        logo.setFitHeight(LOGO);
        logo.setSmooth(true);
        return logo;
    }

    private static Node searchField(String keys, Runnable openPalette) {
        HBox box = Rows.row(6, new Icon(Glyph.SEARCH, 14), Rows.label(Texts.text("palette.prompt"), "search-prompt"),
                Rows.spring(), Badge.key(keys));
        box.getStyleClass().addAll("field-box", "search-box");
        box.setOnMouseClicked(_ -> openPalette.run());
        box.setAccessibleRole(AccessibleRole.BUTTON);
        box.setAccessibleText(Texts.text("palette.prompt"));
        return box;
    }

    private static Node themeButton(Theme theme) {
        Button button = Buttons.icon(Glyph.MOON, Texts.text("theme.switch"), () -> theme.choiceProperty()
                .set(theme.darkProperty().get() ? ThemeChoice.LIGHT : ThemeChoice.DARK));
        theme.darkProperty().subscribe(dark -> button.setGraphic(new Icon(dark ? Glyph.MOON : Glyph.SUN)));
        return button;
    }
}
