package dev.brokerscope.desktop.detail;

import dev.brokerscope.api.decode.Decoded;
import dev.brokerscope.core.decode.Attempt;
import dev.brokerscope.core.decode.Decoding;
import dev.brokerscope.desktop.ui.Glyph;
import dev.brokerscope.desktop.ui.Icon;
import dev.brokerscope.desktop.ui.Rows;
import dev.brokerscope.desktop.ui.Texts;
import dev.brokerscope.desktop.ui.Tone;
import dev.brokerscope.desktop.ui.control.Badge;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Why the key and the value were decoded so: every decoder, what it thought of the bytes, and what came of it.
final class WhyView extends ScrollPane {

    private final VBox lines = new VBox(8);
    private final DetailModel model;

    WhyView(DetailModel model) {
        this.model = model;
        lines.getStyleClass().add("padded");
        setContent(lines);
        setFitToWidth(true);
        setMinSize(0, 0);
        model.value().stateProperty().subscribe(_ -> show());
        model.key().stateProperty().subscribe(_ -> show());
    }

    private void show() {
        lines.getChildren().clear();
        add(Texts.text("detail.tab.value"), model.value());
        add(Texts.text("detail.tab.key"), model.key());
    }

    private void add(String title, PayloadModel payload) {
        if (payload.stateProperty().get() instanceof PayloadState.Shown shown) {
            lines.getChildren().add(Rows.label(title, "section"));
            switch (shown.decoding()) {
                case Decoding.Null _ -> plain(Texts.text("detail.why.null"));
                case Decoding.Tombstone _ -> plain(Texts.text("detail.why.tombstone"));
                case Decoding.Empty _ -> plain(Texts.text("detail.why.empty"));
                case Decoding.Read read -> {
                    plain(Texts.text(read.picked() ? "detail.why.picked" : "detail.why.likeliest",
                            read.chosen().name()));
                    read.attempts().forEach(attempt -> lines.getChildren()
                            .add(line(attempt, attempt.equals(read.chosen()))));
                }
            }
        }
    }

    private void plain(String words) {
        lines.getChildren().add(Rows.wrapped(words, "muted"));
    }

    private static Node line(Attempt attempt, boolean chosen) {
        var likelihood = Rows.label(attempt.assessment().likelihood() + " %", "mono-small", "muted");
        likelihood.setMinWidth(44);
        likelihood.setAlignment(javafx.geometry.Pos.CENTER_RIGHT);
        var name = Rows.label(attempt.name(), "strong");
        name.setMinWidth(64);
        HBox head = Rows.row(8, icon(attempt, chosen), name, likelihood);
        if (chosen) {
            head.getChildren().add(Badge.of(Texts.text("detail.why.chosen"), Tone.ACCENT));
        }
        VBox box = new VBox(2, head, indented(Rows.wrapped(attempt.assessment().reason() + ".", "muted")));
        attempt.decoded().ifPresent(decoded -> box.getChildren().addAll(outcome(decoded)));
        HBox.setHgrow(box, Priority.ALWAYS);
        box.getStyleClass().add("attempt");
        return box;
    }

    private static List<Node> outcome(Decoded decoded) {
        return switch (decoded) {
            case Decoded.Tree tree -> List.of(indented(Rows.wrapped(tree.schema()
                    .map(s -> Texts.text("detail.why.read-with", s.name(), s.id().notation()))
                    .orElseGet(() -> Texts.text("detail.why.read")))));
            case Decoded.Malformed broken -> List.of(indented(Rows.wrapped(
                    Texts.text("detail.why.broken", broken.reason(), String.valueOf(broken.at())), "tone-bad")));
            case Decoded.Unavailable missing ->
                    List.of(indented(Rows.wrapped(missing.fault().sentence(), "tone-warn")));
        };
    }

    private static Node indented(Node words) {
        VBox box = new VBox(words);
        box.getStyleClass().add("attempt-words");
        return box;
    }

    private static Icon icon(Attempt attempt, boolean chosen) {
        if (attempt.decoded().isEmpty()) {
            return Icon.of(attempt.assessment().likelihood() == 0 ? Glyph.CIRCLE_SLASH : Glyph.CIRCLE_DASHED, 14,
                    Tone.PLAIN);
        }
        return switch (attempt.decoded().get()) {
            case Decoded.Tree _ -> Icon.of(Glyph.CIRCLE_CHECK, 14, chosen ? Tone.OK : Tone.PLAIN);
            case Decoded.Malformed _ -> Icon.of(Glyph.CIRCLE_ALERT, 14, Tone.BAD);
            case Decoded.Unavailable _ -> Icon.of(Glyph.TRIANGLE_ALERT, 14, Tone.WARN);
        };
    }
}
