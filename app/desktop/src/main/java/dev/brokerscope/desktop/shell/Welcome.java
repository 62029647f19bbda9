package dev.brokerscope.desktop.shell;

import dev.brokerscope.desktop.desk.Desk;
import dev.brokerscope.desktop.ui.Glyph;
import dev.brokerscope.desktop.ui.Rows;
import dev.brokerscope.desktop.ui.Texts;
import dev.brokerscope.desktop.ui.control.ChoiceCard;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/// What stands where no tab is open: what this is, and the next steps.
final class Welcome extends ScrollPane {

    private static final double WIDTH = 760;
    private static final double GAP = 12;

    /// @param sample opens the bundled sample archive; absent where the distribution holds none
    Welcome(Supplier<Desk> desk, Steps steps, Optional<Runnable> sample) {
        getStyleClass().add("area");
        setFitToWidth(true);
        setFitToHeight(true);
        GridPane cards = new GridPane(GAP, GAP);
        ColumnConstraints half = new ColumnConstraints();
        half.setPercentWidth(50);
        cards.getColumnConstraints().addAll(half, half);
        cards.add(card("welcome.connect", Glyph.PLUG, () -> desk.get().screens().editConnection(Optional.empty())), 0,
                0);
        cards.add(card("welcome.open", Glyph.ARCHIVE, steps.openArchive()), 1, 0);
        cards.add(card("welcome.restore", Glyph.ARCHIVE_RESTORE, () -> desk.get().screens().restore(Optional.empty())),
                0,
                1);
        cards.add(sample.map(open -> card("welcome.sample", Glyph.FLASK_CONICAL, open))
                .orElseGet(() -> card("welcome.palette", Glyph.KEYBOARD, steps.palette())), 1, 1);
        VBox column = Rows.column(16, Rows.label(Texts.text("welcome.title"), "step-title"),
                Rows.wrapped(Texts.text("welcome.words"), "muted"), cards);
        column.setMaxWidth(WIDTH);
        column.setPadding(new Insets(24));
        column.setAlignment(Pos.CENTER_LEFT);
        VBox middle = new VBox(column);
        middle.setAlignment(Pos.CENTER);
        setContent(middle);
    }

    /// What the window itself can do.
    record Steps(Runnable openArchive, Runnable palette) {}

    private static ChoiceCard card(String key, Glyph glyph, Runnable act) {
        return new ChoiceCard(glyph, Texts.text(key), Texts.text(key + ".hint"), act);
    }
}
