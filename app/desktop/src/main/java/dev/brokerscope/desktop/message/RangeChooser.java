package dev.brokerscope.desktop.message;

import dev.brokerscope.desktop.ui.Glyph;
import dev.brokerscope.desktop.ui.Rows;
import dev.brokerscope.desktop.ui.Texts;
import dev.brokerscope.desktop.ui.control.Buttons;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/// The form behind the range button. Enter in any field applies it.
final class RangeChooser extends VBox {

    private static final List<Integer> SIZES = List.of(100, 500, 1_000, 5_000);

    private enum Way {
        NEWEST, OLDEST, OFFSET, TIME, BETWEEN, LIVE
    }

    private final ToggleGroup ways = new ToggleGroup();
    private final TextField offset = field("1204006");
    private final ComboBox<Optional<Integer>> partition = new ComboBox<>();
    private final TextField time = field("now-2h");
    private final TextField from = field("2026-11-22 08:00");
    private final TextField to = field("2026-11-22 10:00");
    private final ComboBox<Integer> size = new ComboBox<>();
    private final BiConsumer<RangeChoice, Integer> apply;

    /// @param apply takes the range and the rows of a page
    RangeChooser(List<Integer> partitions, ReadingWays ways, BiConsumer<RangeChoice, Integer> apply) {
        super(8);
        this.apply = apply;
        partition.getItems().add(Optional.empty());
        partitions.forEach(p -> partition.getItems().add(Optional.of(p)));
        partition.setConverter(new OneWayWords<>(
                p -> p.map(n -> Texts.text("message.partition", String.valueOf(n)))
                        .orElseGet(() -> Texts.text("message.partitions.all"))));
        partition.setValue(Optional.empty());
        size.getItems().addAll(SIZES);
        size.setConverter(new OneWayWords<>(n -> Texts.text("message.rows", n)));
        size.setValue(QueryChoice.PAGE_SIZE);
        GridPane form = form(ways);
        chooseWhenUsed(Way.OFFSET, offset, partition);
        chooseWhenUsed(Way.TIME, time);
        chooseWhenUsed(Way.BETWEEN, from, to);
        getChildren().addAll(Rows.label(Texts.text("message.range.title"), "strong"), form,
                Rows.wrapped(Texts.text(ways.time() ? "message.range.hint" : "message.range.hint.few"), "small",
                        "muted"),
                Rows.horizontalLine(),
                Rows.row(8, Rows.label(Texts.text("message.range.page"), "muted"), size, Rows.spring(),
                        Buttons.primary(Texts.text("message.run"), Glyph.PLAY, this::done)));
        setPrefWidth(480);
        select(Way.NEWEST);
    }

    /// Only the ways that the channel has.
    private GridPane form(ReadingWays ways) {
        GridPane form = new GridPane(10, 8);
        add(form, ways.newest(), Way.NEWEST);
        add(form, ways.oldest(), Way.OLDEST);
        add(form, ways.offset(), Way.OFFSET, Rows.row(6, offset, partition));
        add(form, ways.time(), Way.TIME, time);
        add(form, ways.time(), Way.BETWEEN, Rows.row(6, from, Rows.label("–", "muted"), to));
        add(form, ways.live(), Way.LIVE);
        return form;
    }

    private void add(GridPane form, boolean has, Way way, Node... fields) {
        if (has) {
            form.addRow(form.getRowCount(), way(way));
            form.addRow(form.getRowCount() - 1, fields);
        }
    }

    void show(QueryChoice choice) {
        size.setValue(choice.pageSize());
        switch (choice.range()) {
            case RangeChoice.Newest _ -> select(Way.NEWEST);
            case RangeChoice.Oldest _ -> select(Way.OLDEST);
            case RangeChoice.FromOffset(var words, var in) -> {
                select(Way.OFFSET);
                offset.setText(words);
                partition.setValue(in);
            }
            case RangeChoice.FromTime(var words) -> {
                select(Way.TIME);
                time.setText(words);
            }
            case RangeChoice.Between(var begin, var end) -> {
                select(Way.BETWEEN);
                from.setText(begin);
                to.setText(end);
            }
            case RangeChoice.Live _ -> select(Way.LIVE);
        }
    }

    /// Puts the keyboard where an offset is typed.
    void askForOffset() {
        if (offset.getScene() != null) {
            select(Way.OFFSET);
            offset.requestFocus();
        }
    }

    private void done() {
        if (!(ways.getSelectedToggle().getUserData() instanceof Way way)) {
            return;
        }
        apply.accept(switch (way) {
            case NEWEST -> new RangeChoice.Newest();
            case OLDEST -> new RangeChoice.Oldest();
            case OFFSET -> new RangeChoice.FromOffset(offset.getText().strip(), partition.getValue());
            case TIME -> new RangeChoice.FromTime(time.getText().strip());
            case BETWEEN -> new RangeChoice.Between(from.getText().strip(), to.getText().strip());
            case LIVE -> new RangeChoice.Live();
        }, size.getValue());
    }

    private RadioButton way(Way way) {
        RadioButton button =
                new RadioButton(Texts.text("message.way." + way.name().toLowerCase(java.util.Locale.ROOT)));
        button.setUserData(way);
        button.setToggleGroup(ways);
        return button;
    }

    private void select(Way way) {
        ways.getToggles().stream().filter(t -> t.getUserData() == way).findFirst().ifPresent(ways::selectToggle);
    }

    private void chooseWhenUsed(Way way, Node... fields) {
        for (Node field : fields) {
            field.focusedProperty().subscribe(focused -> {
                if (focused) {
                    select(way);
                }
            });
            if (field instanceof TextField text) {
                text.setOnAction(_ -> done());
            }
        }
    }

    private static TextField field(String prompt) {
        TextField field = new TextField();
        field.setPromptText(prompt);
        field.getStyleClass().add("mono");
        field.setPrefColumnCount(16);
        return field;
    }
}
