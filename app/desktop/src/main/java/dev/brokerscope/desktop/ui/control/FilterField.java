package dev.brokerscope.desktop.ui.control;

import dev.brokerscope.desktop.ui.Fonts;
import java.util.List;
import java.util.function.Function;
import javafx.scene.Group;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.Pane;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/// One line of a filter language in colours. The field's own text is made invisible and coloured runs lie over it;
/// caret, selection, undo, input methods and the clipboard stay JavaFX's own. The colours come from a function, so
/// that the language stays where it belongs.
///
/// Leans on the skin of [TextField] (the node `.text` in a pane); its test tells when a new JavaFX changes that.
public final class FilterField extends TextField {

    /// A piece of the line in one colour; the pieces of a line together are the line.
    ///
    /// @param styleClass one of the `syntax-…` or `tone-…` classes, or empty
    public record Piece(String text, String styleClass) {}

    private final Group overlay = new Group();
    private final Function<String, List<Piece>> colours;
    private @Nullable Text own;

    public FilterField(Function<String, List<Piece>> colours) {
        this.colours = colours;
        getStyleClass().addAll("mono", "filter-field");
        overlay.setManaged(false);
        overlay.setMouseTransparent(true);
        overlay.setAutoSizeChildren(false);
        textProperty().addListener((_, _, _) -> colour());
        skinProperty().addListener((_, _, _) -> attach());
    }

    /// Line breaks become single spaces; left alone they would vanish and glue two words together.
    @Override
    public void paste() {
        Clipboard clipboard = Clipboard.getSystemClipboard();
        if (clipboard.hasString()) {
            replaceSelection(clipboard.getString().strip().replaceAll("\\s*[\\r\\n\\t]+\\s*", " "));
        }
    }

    private void attach() {
        if (getSkin() == null || !(lookup(".text") instanceof Text text) || !(text.getParent() instanceof Pane pane)) {
            return;
        }
        own = text;
        pane.getChildren().add(overlay);
        text.setOpacity(0);
        overlay.layoutXProperty().bind(text.layoutXProperty());
        overlay.layoutYProperty().bind(text.layoutYProperty());
        overlay.translateXProperty().bind(text.translateXProperty());
        text.fontProperty().addListener((_, _, _) -> colour());
        colour();
    }

    private void colour() {
        Text text = own;
        if (text == null) {
            return;
        }
        overlay.getChildren().clear();
        double advance = text.getFont().getSize() * Fonts.MONO_ADVANCE;
        double x = 0;
        for (Piece piece : colours.apply(getText())) {
            overlay.getChildren().add(run(piece, text, x));
            x += piece.text().length() * advance;
        }
    }

    private static Text run(Piece piece, Text own, double x) {
        Text run = new Text(piece.text());
        run.getStyleClass().add("run");
        if (!piece.styleClass().isEmpty()) {
            run.getStyleClass().add(piece.styleClass());
        }
        run.fontProperty().bind(own.fontProperty());
        run.textOriginProperty().bind(own.textOriginProperty());
        run.boundsTypeProperty().bind(own.boundsTypeProperty());
        run.yProperty().bind(own.yProperty());
        run.setX(x);
        return run;
    }
}
