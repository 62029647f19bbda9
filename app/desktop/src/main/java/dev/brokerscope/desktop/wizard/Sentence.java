package dev.brokerscope.desktop.wizard;

import javafx.scene.Node;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// A sentence whose names and numbers stand out.
public final class Sentence extends TextFlow {

    public Sentence() {
        getStyleClass().add("sentence");
        setLineSpacing(3);
    }

    /// Words in which `*…*` stands out.
    public Sentence words(String marked) {
        String[] pieces = marked.split("\\*", -1);
        for (int i = 0; i < pieces.length; i++) {
            Text text = new Text(pieces[i]);
            text.getStyleClass().add(i % 2 == 1 ? "strong" : "plain");
            getChildren().add(text);
        }
        return this;
    }

    /// A name from outside, which may hold any sign.
    public Sentence name(String name) {
        Text text = new Text(name);
        text.getStyleClass().add("strong");
        getChildren().add(text);
        return this;
    }

    public Sentence mark(Node badge) {
        getChildren().add(badge);
        return this;
    }
}
