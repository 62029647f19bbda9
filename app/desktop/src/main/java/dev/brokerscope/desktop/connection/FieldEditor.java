package dev.brokerscope.desktop.connection;

import dev.brokerscope.api.settings.Field;
import dev.brokerscope.api.settings.FieldType;
import dev.brokerscope.desktop.ui.DesktopServices;
import dev.brokerscope.desktop.ui.Rows;
import dev.brokerscope.desktop.ui.Texts;
import dev.brokerscope.desktop.ui.control.Buttons;
import dev.brokerscope.desktop.ui.control.Toggle;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.StringConverter;

/// The control for one declared field, by its type.
final class FieldEditor {

    private static final int TABLE_ROWS = 3;

    private final DesktopServices services;

    FieldEditor(DesktopServices services) {
        this.services = services;
    }

    Node of(Field field, StringProperty value) {
        Node editor = switch (field.type()) {
            case FieldType.Text(var pattern, var placeholder) -> text(value, placeholder);
            case FieldType.Whole(var min, var max, var unit) -> text(value, unit);
            case FieldType.Span span -> text(value, "10s");
            case FieldType.Hosts(var port) -> mono(text(value, "localhost:" + port));
            case FieldType.Secret secret -> secret(value);
            case FieldType.FilePath(var suffixes) -> file(field, value, suffixes);
            case FieldType.Flag flag -> flag(field, value);
            case FieldType.Choice(var options) -> choice(value, options);
            case FieldType.Table table -> table(value);
        };
        editor.setAccessibleText(field.label());
        return editor;
    }

    private static TextField text(StringProperty value, String prompt) {
        TextField field = new TextField();
        field.setPromptText(prompt);
        field.textProperty().bindBidirectional(value);
        return field;
    }

    private static TextField mono(TextField field) {
        field.getStyleClass().add("mono");
        return field;
    }

    private static Node secret(StringProperty value) {
        PasswordField field = new PasswordField();
        field.setPromptText(Texts.text("connection.secret-prompt"));
        field.textProperty().bindBidirectional(value);
        return field;
    }

    private Node file(Field field, StringProperty value, List<String> suffixes) {
        TextField path = mono(text(value, ""));
        HBox.setHgrow(path, Priority.ALWAYS);
        List<DesktopServices.FileKind> kinds = suffixes.isEmpty()
                ? List.of()
                : List.of(new DesktopServices.FileKind(field.label(), suffixes.stream().map(s -> "*" + s).toList()));
        return Rows.row(6, path, Buttons.plain(Texts.text("connection.choose"),
                () -> services.chooseFile(field.label(), kinds).ifPresent(file -> value.set(file.toString()))));
    }

    private static Node flag(Field field, StringProperty value) {
        Toggle toggle = new Toggle(field.label());
        toggle.onProperty().set(Boolean.parseBoolean(value.get()));
        toggle.onProperty().subscribe(on -> value.set(Boolean.toString(on)));
        value.subscribe(text -> toggle.onProperty().set(Boolean.parseBoolean(text)));
        return toggle;
    }

    private static Node choice(StringProperty value, List<FieldType.Option> options) {
        ComboBox<String> box = new ComboBox<>();
        Map<String, String> labels = options.stream()
                .collect(Collectors.toMap(FieldType.Option::value, FieldType.Option::label));
        options.forEach(option -> box.getItems().add(option.value()));
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(String option) {
                return labels.getOrDefault(option, option == null ? "" : option);
            }

            @Override
            public String fromString(String label) {
                return label;
            }
        });
        box.valueProperty().bindBidirectional(value);
        box.setMaxWidth(Double.MAX_VALUE);
        return box;
    }

    private static Node table(StringProperty value) {
        TextArea area = new TextArea();
        area.setPromptText(Texts.text("connection.table-prompt"));
        area.setPrefRowCount(TABLE_ROWS);
        area.getStyleClass().add("mono");
        area.textProperty().bindBidirectional(value);
        return area;
    }
}
