package dev.brokerscope.desktop.message;

import dev.brokerscope.core.query.QuickFilter;
import dev.brokerscope.desktop.ui.Glyph;
import dev.brokerscope.desktop.ui.Texts;
import dev.brokerscope.desktop.ui.action.Shortcuts;
import dev.brokerscope.desktop.ui.control.Badge;
import dev.brokerscope.desktop.ui.control.Buttons;
import dev.brokerscope.desktop.ui.control.FieldBox;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// The quick filter: a text or an expression, and where to look for it. Enter runs, Esc empties.
final class FilterBox extends HBox {

    private final TextField field = new TextField();
    private final ToggleButton regex = new ToggleButton(".*");
    private final MenuButton where = new MenuButton();
    private final Button clear;
    private final Runnable run;

    FilterBox(Runnable run) {
        this.run = run;
        field.setPromptText(Texts.text("message.filter.prompt"));
        field.setAccessibleText(Texts.text("message.filter.prompt"));
        field.getStyleClass().add("mono");
        field.setOnAction(_ -> run.run());
        field.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ESCAPE && !field.getText().isEmpty()) {
                empty();
                key.consume();
            }
        });
        regex.getStyleClass().addAll("mini", "mono");
        regex.setTooltip(new Tooltip(Texts.text("message.filter.regex")));
        regex.setAccessibleText(Texts.text("message.filter.regex"));
        where.getStyleClass().add("mini");
        for (QuickFilter.Part part : QuickFilter.Part.values()) {
            CheckMenuItem item = new CheckMenuItem(
                    Texts.text("message.filter." + part.name().toLowerCase(Locale.ROOT)));
            item.setSelected(true);
            item.setUserData(part);
            item.selectedProperty().subscribe(_ -> showWhere());
            where.getItems().add(item);
        }
        clear = Buttons.icon(Glyph.X, Texts.text("message.filter.clear"), this::empty);
        clear.getStyleClass().add("tiny");
        clear.visibleProperty().bind(field.textProperty().isNotEmpty());
        clear.managedProperty().bind(clear.visibleProperty());
        showWhere();
        var keys = Badge.key(Shortcuts.ctrl(KeyCode.F).map(Shortcuts::words).orElse(""));
        keys.visibleProperty().bind(field.focusedProperty().not().and(field.textProperty().isEmpty()));
        keys.managedProperty().bind(keys.visibleProperty());
        FieldBox box = new FieldBox(Glyph.FILTER, field, clear, regex, where, keys);
        HBox.setHgrow(box, Priority.ALWAYS);
        getChildren().add(box);
        setMinWidth(220);
    }

    /// The choice with what stands here.
    QueryChoice applyTo(QueryChoice choice) {
        return choice.filtered(field.getText().strip(), regex.isSelected(), parts());
    }

    void show(QueryChoice choice) {
        if (!field.getText().strip().equals(choice.filter())) {
            field.setText(choice.filter());
        }
        regex.setSelected(choice.regex());
        items().forEach(item -> item.setSelected(choice.parts().contains(item.getUserData())));
    }

    void focus() {
        field.requestFocus();
        field.selectAll();
    }

    void narrow(boolean narrow) {
        where.setManaged(!narrow || field.isFocused());
        where.setVisible(where.isManaged());
    }

    private void empty() {
        field.clear();
        run.run();
    }

    private Set<QuickFilter.Part> parts() {
        Set<QuickFilter.Part> parts = EnumSet.noneOf(QuickFilter.Part.class);
        items().filter(CheckMenuItem::isSelected).forEach(item -> parts.add((QuickFilter.Part) item.getUserData()));
        return parts;
    }

    private java.util.stream.Stream<CheckMenuItem> items() {
        return where.getItems().stream().map(CheckMenuItem.class::cast);
    }

    private void showWhere() {
        Set<QuickFilter.Part> parts = parts();
        where.setText(parts.size() == QuickFilter.Part.values().length
                ? Texts.text("message.filter.everywhere")
                : String.join(", ", parts.stream()
                        .map(p -> Texts.text("message.filter." + p.name().toLowerCase(Locale.ROOT))).toList()));
    }
}
