package dev.brokerscope.desktop.shell;

import dev.brokerscope.desktop.desk.Desk;
import dev.brokerscope.desktop.ui.Glyph;
import dev.brokerscope.desktop.ui.Icon;
import dev.brokerscope.desktop.ui.Rows;
import dev.brokerscope.desktop.ui.Texts;
import dev.brokerscope.desktop.ui.Tone;
import dev.brokerscope.desktop.ui.control.ChoiceCard;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/// What stands where no tab is open: what this is, and the next steps.
final class Welcome extends ScrollPane {

    private static final double WIDTH = 760;
    private static final double GAP = 12;
    private static final double LOGO = 72;

    /// What the window itself can do.
    ///
    /// @param sample opens the bundled sample archive; absent where the distribution holds none
    /// @param demo starts a broker with samples; absent where the distribution holds none
    record Steps(Runnable openArchive, Runnable importFile, Optional<Runnable> sample,
            Optional<Runnable> demo) {}

    private interface Card {
        Node numbered(int number);
    }

    Welcome(Supplier<Desk> desk, Steps steps) {
        getStyleClass().add("area");
        setFitToWidth(true);
        setFitToHeight(true);
        List<Card> cards = new ArrayList<>();
        steps.sample().ifPresent(open -> cards.add(card("welcome.sample", Glyph.ARCHIVE, open)));
        steps.demo().ifPresent(start -> cards.add(card("welcome.demo", Glyph.FLASK_CONICAL, start)));
        cards.add(card("welcome.connect", Glyph.PLUG, () -> desk.get().screens().editConnection(Optional.empty())));
        cards.add(card("welcome.import", Glyph.IMPORT, steps.importFile()));
        if (cards.size() < 4) {
            cards.add(card("welcome.open", Glyph.FOLDER_OPEN, steps.openArchive()));
        }
        if (cards.size() < 4) {
            cards.add(card("welcome.restore", Glyph.ARCHIVE_RESTORE,
                    () -> desk.get().screens().restore(Optional.empty())));
        }
        VBox column = Rows.column(16, head(), grid(cards), promises(), Rows.horizontalLine(), keys());
        column.setMaxWidth(WIDTH);
        column.setPadding(new Insets(24));
        column.setAlignment(Pos.CENTER_LEFT);
        VBox middle = new VBox(column);
        middle.setAlignment(Pos.CENTER);
        setContent(middle);
    }

    static Image logo() {
        return new Image(Welcome.class.getResource("/dev/brokerscope/desktop/ui/icons/logo-256.png").toExternalForm());
    }

    private static Node head() {
        ImageView logo = new ImageView(logo());
        logo.setFitWidth(LOGO);
        logo.setFitHeight(LOGO);
        logo.setSmooth(true);
        return Rows.row(16, logo, Rows.column(4, Rows.label("Brokerscope", "welcome-title"),
                Rows.label(Texts.text("welcome.words"), "welcome-words")));
    }

    private static GridPane grid(List<Card> cards) {
        GridPane grid = new GridPane(GAP, GAP);
        ColumnConstraints half = new ColumnConstraints();
        half.setPercentWidth(50);
        grid.getColumnConstraints().addAll(half, half);
        for (int i = 0; i < cards.size(); i++) {
            grid.add(cards.get(i).numbered(i + 1), i % 2, i / 2);
        }
        return grid;
    }

    private static Node promises() {
        return Rows.row(16, Rows.row(6, Icon.of(Glyph.SHIELD_CHECK, 14, Tone.OK),
                Rows.label(Texts.text("welcome.harmless"), "muted")),
                Rows.row(6, Icon.of(Glyph.KEY_ROUND, 14, Tone.OK), Rows.label(Texts.text("welcome.secrets"), "muted")));
    }

    private static Node keys() {
        return Rows.row(16, key("Ctrl K", "welcome.key.palette"), key("Ctrl O", "welcome.key.open"),
                key("Ctrl N", "welcome.key.connect"));
    }

    private static Node key(String keys, String words) {
        return Rows.row(6, Rows.label(keys, "badge", "key"), Rows.label(Texts.text(words), "muted"));
    }

    private static Card card(String key, Glyph glyph, Runnable act) {
        return number -> new ChoiceCard(glyph, Texts.text(key), Texts.text(key + ".hint"), act,
                Rows.label(Integer.toString(number), "badge", "key"));
    }
}
