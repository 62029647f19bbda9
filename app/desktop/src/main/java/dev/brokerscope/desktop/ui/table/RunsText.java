package dev.brokerscope.desktop.ui.table;

import dev.brokerscope.desktop.ui.Fonts;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/// A value on one line in colours, cut with `…` at its right edge. Made for table cells: it reuses its [Text] nodes,
/// changes only what differs, and computes places by multiplication, since the mono font has one advance.
public final class RunsText extends Region {

    private static final double SIZE = 12;
    private static final double ADVANCE = SIZE * Fonts.MONO_ADVANCE;
    private static final double TAG_HEIGHT = 18;
    private static final double TAG_GAP = 5;

    private final List<Text> texts = new ArrayList<>();
    private final List<Label> tags = new ArrayList<>();
    private final Font mono = Font.font(Fonts.MONO, SIZE);
    private final Font words = Font.font(Fonts.TEXT, SIZE);
    private List<Run> runs = List.of();
    private double laidOutWidth = -1;
    private double laidOutHeight = -1;

    public RunsText() {
        setMinWidth(0);
    }

    public void show(List<Run> newRuns) {
        if (!newRuns.equals(runs)) {
            runs = List.copyOf(newRuns);
            laidOutWidth = -1;
            requestLayout();
        }
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        if (width == laidOutWidth && height == laidOutHeight) {
            return;
        }
        laidOutWidth = width;
        laidOutHeight = height;
        int usedTexts = 0;
        int usedTags = 0;
        double x = 0;
        for (int i = 0; i < runs.size() && x < width; i++) {
            Run run = runs.get(i);
            if (run.style() == RunStyle.TAG) {
                x += place(tag(usedTags++), run, x, height) + TAG_GAP;
            } else {
                x += place(text(usedTexts++), run, x, width, i < runs.size() - 1);
            }
        }
        texts.stream().skip(usedTexts).forEach(text -> text.setVisible(false));
        tags.stream().skip(usedTags).forEach(tag -> tag.setVisible(false));
    }

    private double place(Label tag, Run run, double x, double height) {
        tag.setText(run.text());
        tag.setVisible(true);
        double width = tag.prefWidth(-1);
        tag.resizeRelocate(x, Math.round((height - TAG_HEIGHT) / 2), width, TAG_HEIGHT);
        return width;
    }

    private double place(Text text, Run run, double x, double width, boolean more) {
        boolean sentence = run.style().isSentence();
        setFont(text, sentence ? words : mono);
        setStyle(text, run.style());
        double room = width - x;
        String shown = sentence ? run.text() : cut(run.text(), (int) (room / ADVANCE), more);
        setText(text, shown);
        if (sentence && text.getLayoutBounds().getWidth() > room) {
            double part = room / text.getLayoutBounds().getWidth();
            shown = cut(run.text(), (int) (run.text().length() * part), true);
            setText(text, shown);
        }
        text.setX(x);
        text.setY(getHeight() / 2);
        text.setVisible(true);
        if (!shown.equals(run.text())) {
            return room;
        }
        return sentence ? text.getLayoutBounds().getWidth() : shown.length() * ADVANCE;
    }

    private static void setText(Text text, String shown) {
        if (!text.getText().equals(shown)) {
            text.setText(shown);
        }
    }

    private static String cut(String text, int room, boolean more) {
        if (text.length() < room || text.length() == room && !more) {
            return text;
        }
        return text.substring(0, Math.max(0, Math.min(text.length(), room - 1))) + "…";
    }

    private static void setFont(Text text, Font font) {
        if (!text.getFont().equals(font)) {
            text.setFont(font);
        }
    }

    /// The second class names the font again: where styles change, what is inherited would win over `setFont`.
    private static void setStyle(Text text, RunStyle style) {
        String font = style.isSentence() ? "words" : "mono";
        var classes = text.getStyleClass();
        if (classes.size() != 2 || !classes.getFirst().equals(style.styleClass()) || !classes.getLast().equals(font)) {
            classes.setAll(style.styleClass(), font);
        }
    }

    private Text text(int index) {
        if (index == texts.size()) {
            Text text = new Text();
            text.setManaged(false);
            text.setTextOrigin(VPos.CENTER);
            texts.add(text);
            getChildren().add(text);
        }
        return texts.get(index);
    }

    private Label tag(int index) {
        if (index == tags.size()) {
            Label tag = new Label();
            tag.getStyleClass().addAll("badge", "strong-text");
            tag.setManaged(false);
            tags.add(tag);
            getChildren().add(tag);
            tag.applyCss();
        }
        return tags.get(index);
    }

    @Override
    protected double computePrefWidth(double height) {
        return 100;
    }

    @Override
    protected double computePrefHeight(double width) {
        return 22;
    }

    @Override
    protected double computeMinHeight(double width) {
        return 0;
    }
}
