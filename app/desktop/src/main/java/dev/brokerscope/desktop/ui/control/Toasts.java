package dev.brokerscope.desktop.ui.control;

import dev.brokerscope.desktop.ui.Glyph;
import dev.brokerscope.desktop.ui.Icon;
import dev.brokerscope.desktop.ui.Rows;
import dev.brokerscope.desktop.ui.Texts;
import dev.brokerscope.desktop.ui.Tone;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/// What was done, said for some seconds in the lower right corner; lies over the window and lets clicks through.
/// Toasts carry nothing that must be read: faults go to a [FaultCard] or stay until they are closed.
public final class Toasts extends VBox {

    private static final Duration SHOWN = Duration.seconds(6);
    private static final int MOST = 4;
    private static final double WIDTH = 360;

    public Toasts() {
        super(8);
        setAlignment(Pos.BOTTOM_RIGHT);
        setPadding(new Insets(0, 16, 36, 0));
        setPickOnBounds(false);
    }

    /// Goes away by itself.
    public void show(Tone tone, Glyph glyph, String sentence, List<Remedy> remedies) {
        HBox toast = toast(tone, glyph, sentence, remedies);
        PauseTransition wait = new PauseTransition(SHOWN);
        wait.setOnFinished(_ -> getChildren().remove(toast));
        wait.play();
    }

    /// Stays until somebody closes it.
    public void keep(Tone tone, Glyph glyph, String sentence, List<Remedy> remedies) {
        toast(tone, glyph, sentence, remedies);
    }

    private HBox toast(Tone tone, Glyph glyph, String sentence, List<Remedy> remedies) {
        HBox toast = new HBox();
        toast.getStyleClass().add("toast");
        toast.setMaxWidth(WIDTH);
        toast.setMinHeight(USE_PREF_SIZE);
        Label words = Rows.wrapped(sentence);
        HBox.setHgrow(words, javafx.scene.layout.Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        toast.getChildren().addAll(Icon.of(glyph, 16, tone), words);
        for (Remedy remedy : remedies) {
            toast.getChildren().add(Buttons.link(remedy.words(), () -> {
                getChildren().remove(toast);
                remedy.act().run();
            }));
        }
        var close = Buttons.icon(Glyph.X, Texts.text("close"), () -> getChildren().remove(toast));
        close.getStyleClass().add("tiny");
        toast.getChildren().add(close);
        getChildren().add(toast);
        if (getChildren().size() > MOST) {
            getChildren().removeFirst();
        }
        return toast;
    }
}
