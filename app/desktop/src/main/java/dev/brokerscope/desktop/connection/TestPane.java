package dev.brokerscope.desktop.connection;

import dev.brokerscope.api.broker.TestStep;
import dev.brokerscope.api.fault.Fault;
import dev.brokerscope.desktop.ui.Glyph;
import dev.brokerscope.desktop.ui.Icon;
import dev.brokerscope.desktop.ui.Rows;
import dev.brokerscope.desktop.ui.Texts;
import dev.brokerscope.desktop.ui.Tone;
import dev.brokerscope.desktop.ui.control.Card;
import dev.brokerscope.desktop.ui.control.FaultCard;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The steps of a connection test as they end.
final class TestPane extends VBox {

    private final VBox steps = new VBox();
    private final Label state = Rows.label("", "muted");

    TestPane() {
        super(10);
        setPadding(new Insets(12));
        getStyleClass().add("area-subtle");
        getChildren().addAll(new Card(Texts.text("connection.test"), steps, state),
                Rows.row(7, Icon.of(Glyph.SHIELD_CHECK, 14, Tone.OK),
                        Rows.wrapped(Texts.text("connection.test-harmless"), "small", "muted")));
        untried();
    }

    private void untried() {
        Label words = Rows.wrapped(Texts.text("connection.test-untried"), "muted");
        words.setPadding(new Insets(12));
        steps.getChildren().setAll(words);
    }

    void started() {
        steps.getChildren().clear();
        say(Tone.PLAIN, Texts.text("connection.testing"));
    }

    void step(TestStep step) {
        boolean passed = step.passed();
        Icon mark = Icon.of(passed ? Glyph.CIRCLE_CHECK : Glyph.CIRCLE_X, 16, passed ? Tone.OK : Tone.BAD);
        Label took = Rows.label(step.took().toMillis() + " ms", "mono-small", "muted");
        VBox words = Rows.column(2, Rows.row(8, Rows.label(step.name(), "strong"), Rows.spring(), took));
        if (!step.detail().isEmpty()) {
            words.getChildren().add(Rows.wrapped(step.detail(), "muted"));
        }
        step.fault().ifPresent(fault -> words.getChildren().add(Rows.wrapped(fault.sentence(), "tone-bad")));
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox row = new HBox(10, mark, words);
        row.setAlignment(Pos.TOP_LEFT);
        row.setPadding(new Insets(10, 12, 10, 12));
        steps.getChildren().add(row);
        steps.getChildren().add(Rows.horizontalLine());
    }

    void ended(boolean passed) {
        say(passed ? Tone.OK : Tone.BAD, Texts.text(passed ? "connection.test-passed" : "connection.test-failed"));
    }

    void failed(Fault fault) {
        steps.getChildren().add(new FaultCard(fault.message(), fault.remedy(), fault.details().orElse(""), List.of()));
        ended(false);
    }

    private void say(Tone tone, String words) {
        state.setText(words);
        tone.applyTo(state);
    }
}
