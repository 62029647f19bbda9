package dev.brokerscope.desktop.ui.control;

import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// The four places a stage shows: dot, strip, word beside the title, first cell of the status bar.
public final class StageMark {

    private StageMark() {
    }

    /// 8 px, for trees and tabs, always beside a name whose tooltip or title has the word.
    public static Region dot(Stage stage) {
        return marked("stage-dot", stage);
    }

    /// 2 px over the whole width, under the top bar; change it with [#show].
    public static Region strip(Stage stage) {
        return marked("stage-strip", stage);
    }

    /// The word in capitals; nothing to show for [Stage#NONE].
    public static Label word(Stage stage) {
        Label word = Badge.of(stage.word().toUpperCase(Locale.ROOT), stage.tone());
        word.getStyleClass().add("stage");
        boolean shown = stage != Stage.NONE;
        word.setVisible(shown);
        word.setManaged(shown);
        return word;
    }

    /// Gives a dot, strip or status cell another stage.
    public static void show(Node mark, Stage stage) {
        stage.applyTo(mark);
    }

    private static Region marked(String styleClass, Stage stage) {
        Region mark = new Region();
        mark.getStyleClass().add(styleClass);
        stage.applyTo(mark);
        return mark;
    }
}
