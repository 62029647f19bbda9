package dev.brokerscope.desktop.job;

import dev.brokerscope.desktop.ui.Icon;
import dev.brokerscope.desktop.ui.Rows;
import dev.brokerscope.desktop.ui.Tone;
import dev.brokerscope.desktop.ui.control.Card;
import dev.brokerscope.desktop.ui.control.FaultCard;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The report of an ended job: the verdict in its colour, then what it found, in cards side by side.
public final class ReportPane extends VBox {

    public ReportPane(ReportText report) {
        super(12);
        boolean failed = report.mark().tone() == Tone.BAD && !report.remedy().isEmpty();
        getChildren().add(failed
                ? new FaultCard(report.sentence(), report.remedy(), report.details(), List.of())
                : verdict(report));
        VBox left = column();
        VBox right = column();
        int taller = 0;
        for (ReportText.Part part : report.parts()) {
            (taller <= 0 ? left : right).getChildren().add(card(part));
            taller += taller <= 0 ? part.lines().size() + 2 : -part.lines().size() - 2;
        }
        HBox columns = new HBox(12, left, right);
        columns.setFillHeight(false);
        getChildren().add(columns);
    }

    private static HBox verdict(ReportText report) {
        VBox words =
                Rows.column(2, Rows.label(capital(report.mark().word()), "strong"), Rows.wrapped(report.sentence()));
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox verdict = Rows.row(12, Icon.of(report.mark().glyph(), 20, report.mark().tone()), words);
        verdict.getStyleClass().addAll("notice", "verdict");
        report.mark().tone().applyTo(verdict);
        return verdict;
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ENGLISH) + word.substring(1);
    }

    private static VBox column() {
        VBox column = new VBox(12);
        column.setMinWidth(0);
        column.setPrefWidth(0);
        HBox.setHgrow(column, Priority.ALWAYS);
        return column;
    }

    private static Card card(ReportText.Part part) {
        VBox lines = new VBox(5);
        lines.getStyleClass().add("card-body");
        part.lines().forEach(line -> lines.getChildren().add(line(line)));
        return new Card(part.title(), lines, Rows.spring(), Rows.label(part.remark(), "muted"));
    }

    private static Region line(ReportText.Line line) {
        if (line.label().isEmpty()) {
            Label sentence = Rows.wrapped(line.value());
            line.tone().applyTo(sentence);
            return sentence;
        }
        Label label = Rows.label(line.label(), "muted");
        Label value = Rows.label(line.value(), "mono-small");
        line.tone().applyTo(value);
        value.setTooltip(new Tooltip(line.value()));
        value.setTextOverrun(javafx.scene.control.OverrunStyle.CENTER_ELLIPSIS);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return Rows.row(10, label, Rows.spring(), value);
    }
}
