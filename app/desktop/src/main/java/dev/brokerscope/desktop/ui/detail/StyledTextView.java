package dev.brokerscope.desktop.ui.detail;

import dev.brokerscope.desktop.ui.CopiedText;
import dev.brokerscope.desktop.ui.UiThread;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Background;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import jfx.incubator.scene.control.richtext.RichTextArea;
import jfx.incubator.scene.control.richtext.StyleResolver;
import jfx.incubator.scene.control.richtext.TextPos;
import jfx.incubator.scene.control.richtext.model.RichParagraph;
import jfx.incubator.scene.control.richtext.model.StyleAttributeMap;
import jfx.incubator.scene.control.richtext.model.StyledTextModelViewOnlyBase;
import org.jspecify.annotations.Nullable;

/// Coloured text to read, search and copy, of several megabytes. The only class that knows JavaFX's incubating text
/// control, whose interface may change with each release. Copying gives the text as it is, without the breaks that
/// were only put in to show it.
public final class StyledTextView extends BorderPane {

    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private final RichTextArea area = new RichTextArea();
    private final Region themeProbe = new Region();
    private final UiThread ui = new UiThread();
    private @Nullable Background colouredFor;
    private DisplayLines lines = DisplayLines.of("", TextColours.PLAIN);

    public StyledTextView() {
        area.getStyleClass().add("styled-text");
        area.setEditable(false);
        area.setWrapText(false);
        area.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (COPY.match(key)) {
                copy();
                key.consume();
            }
        });
        setCenter(area);
        themeProbe.getStyleClass().add("probe-fg");
        themeProbe.setManaged(false);
        themeProbe.setVisible(false);
        themeProbe.backgroundProperty().addListener((_, _, background) -> {
            if (background != null) {
                ui.later(this::recolour);
            }
        });
        getChildren().add(themeProbe);
        setLines(lines);
    }

    /// Shows another text from its beginning.
    public void setLines(DisplayLines newLines) {
        lines = newLines;
        area.setModel(new Model(newLines));
        area.select(TextPos.ZERO);
    }

    /// Selects characters of the whole text and brings them into view.
    public void select(int from, int to) {
        area.select(position(from), position(to));
    }

    /// The selected characters of the whole text; empty when nothing is selected.
    public String selectedText() {
        var selection = area.getSelection();
        return selection == null ? "" : lines.text().substring(offset(selection.getMin()), offset(selection.getMax()));
    }

    /// Selects the next place that holds these characters, ignoring case, from the caret on and then from the start.
    ///
    /// @return whether there is one
    public boolean findNext(String sought) {
        return found(sought, seek(sought, selectionEnd(), 1));
    }

    /// Like [#findNext], towards the start.
    public boolean findPrevious(String sought) {
        return found(sought, seek(sought, selectionStart() - 1, -1));
    }

    /// Puts the selection, or everything where nothing is selected, on the clipboard.
    public void copy() {
        String selected = selectedText();
        CopiedText.put(selected.isEmpty() ? lines.text() : selected);
    }

    @Override
    public void requestFocus() {
        area.requestFocus();
    }

    /// The control resolves colours when it makes a line and keeps them over a change of theme. Never called while
    /// JavaFX applies style sheets: changing children there breaks the control.
    private void recolour() {
        var background = themeProbe.getBackground();
        if (background == null || background.equals(colouredFor)) {
            return;
        }
        colouredFor = background;
        var selection = area.getSelection();
        area.setModel(new Model(lines));
        if (selection != null) {
            area.select(selection.getAnchor(), selection.getCaret());
        }
    }

    private int selectionEnd() {
        var selection = area.getSelection();
        return selection == null ? 0 : offset(selection.getMax());
    }

    private int selectionStart() {
        var selection = area.getSelection();
        return selection == null ? 0 : offset(selection.getMin());
    }

    private boolean found(String sought, int at) {
        if (at >= 0) {
            select(at, at + sought.length());
        }
        return at >= 0;
    }

    /// Looks at each place once, from `start` on in steps of `step`, around the end.
    private int seek(String sought, int start, int step) {
        String text = lines.text();
        int places = text.length() - sought.length() + 1;
        if (sought.isEmpty() || places <= 0) {
            return -1;
        }
        for (int i = 0, at = Math.floorMod(start, places); i < places; i++, at = Math.floorMod(at + step, places)) {
            if (text.regionMatches(true, at, sought, 0, sought.length())) {
                return at;
            }
        }
        return -1;
    }

    private TextPos position(int offset) {
        int line = lines.lineAt(Math.clamp(offset, 0, lines.text().length()));
        return TextPos.ofLeading(line, Math.min(lines.columnAt(offset), lines.line(line).length()));
    }

    private int offset(TextPos position) {
        return lines.offset(Math.min(position.index(), lines.count() - 1), position.offset());
    }

    private static final class Model extends StyledTextModelViewOnlyBase {

        private final DisplayLines lines;

        Model(DisplayLines lines) {
            this.lines = lines;
        }

        @Override
        public int size() {
            return lines.count();
        }

        @Override
        public String getPlainText(int index) {
            return lines.line(index);
        }

        @Override
        public RichParagraph getParagraph(int index) {
            var paragraph = RichParagraph.builder();
            lines.runs(index).forEach(run -> paragraph.addWithStyleNames(run.text(), run.style().styleClass()));
            return paragraph.build();
        }

        @Override
        public StyleAttributeMap getStyleAttributeMap(StyleResolver resolver, TextPos position) {
            return StyleAttributeMap.EMPTY;
        }
    }
}
