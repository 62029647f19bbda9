package dev.brokerscope.desktop.wizard;

import dev.brokerscope.desktop.ui.Glyph;
import dev.brokerscope.desktop.ui.Rows;
import dev.brokerscope.desktop.ui.Texts;
import dev.brokerscope.desktop.ui.control.FieldBox;
import dev.brokerscope.desktop.ui.control.SegmentedControl;
import java.util.List;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// Which part of each channel: whole, by time, by offset, the newest so many; of all partitions or some.
public final class RangeFields extends VBox {

    private final RangeChoice choice;
    private final VBox fields = new VBox(12);
    private final Label problem = Rows.wrapped("", "tone-bad");

    /// @param end says where reading ends
    public RangeFields(RangeChoice choice, String end) {
        super(16);
        this.choice = choice;
        SegmentedControl<RangeKind> kind = new SegmentedControl<>(List.of(RangeKind.values()), RangeKind::words);
        kind.getStyleClass().add("large");
        kind.valueProperty().bindBidirectional(choice.kindProperty());
        getChildren().addAll(new FormRow(Texts.text("range.read"), kind, end), fields,
                new FormRow(Texts.text("range.partitions"),
                        field(Glyph.COLUMNS_3, choice.partitionsProperty(), Texts.text("range.all")),
                        Texts.text("range.partitions.hint")),
                problem);
        choice.kindProperty().subscribe(this::show);
        for (StringProperty words : List.of(choice.fromProperty(), choice.toProperty(), choice.firstProperty(),
                choice.behindProperty(), choice.newestProperty(), choice.partitionsProperty())) {
            words.subscribe(_ -> judge());
        }
    }

    private void show(RangeKind kind) {
        fields.getChildren().setAll(switch (kind) {
            case WHOLE -> List.of();
            case TIME -> List.of(
                    new FormRow(Texts.text("range.from"),
                            field(Glyph.CALENDAR_CLOCK, choice.fromProperty(), Texts.text("range.beginning")),
                            Texts.text("range.time.hint")),
                    new FormRow(Texts.text("range.to"),
                            field(Glyph.CALENDAR_CLOCK, choice.toProperty(), Texts.text("range.now")),
                            Texts.text("range.to.hint")));
            case POSITIONS -> List.of(
                    new FormRow(Texts.text("range.first"),
                            field(Glyph.HASH, choice.firstProperty(), Texts.text("range.beginning")),
                            Texts.text("range.positions.hint")),
                    new FormRow(Texts.text("range.behind"),
                            field(Glyph.HASH, choice.behindProperty(), Texts.text("range.now")),
                            Texts.text("range.to.hint")));
            case NEWEST -> List.of(new FormRow(Texts.text("range.count"),
                    field(Glyph.HASH, choice.newestProperty(), "1000"), Texts.text("range.newest.hint")));
        });
        judge();
    }

    private void judge() {
        problem.setText(choice.problem().orElse(""));
    }

    private static FieldBox field(Glyph glyph, StringProperty words, String prompt) {
        TextField field = new TextField();
        field.setPromptText(prompt);
        field.textProperty().bindBidirectional(words);
        FieldBox box = new FieldBox(glyph, field);
        box.getStyleClass().add("large");
        box.setMaxWidth(320);
        return box;
    }
}
