package dev.brokerscope.desktop.connection;

import dev.brokerscope.api.settings.Field;
import dev.brokerscope.api.settings.FieldType;
import dev.brokerscope.api.settings.SettingProblem;
import dev.brokerscope.api.settings.SettingsSchema;
import dev.brokerscope.desktop.ui.Rows;
import dev.brokerscope.desktop.ui.control.Toggle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.HashSet;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A titled part of the form: label, control, help or what is wrong. Fields that do not count now are not shown; what is
/// wrong shows once a field was left, not while it is being typed for the first time.
final class FormSection extends VBox {

    private static final double LABEL = 160;
    private static final double GAP = 10;

    private record Line(Field field, VBox node, Label problem, Label help) {}

    private final FormValues values;
    private final List<Line> lines = new ArrayList<>();
    private final Set<String> touched = new HashSet<>();

    FormSection(SettingsSchema.Group group, FormValues values, FieldEditor editors) {
        super(GAP);
        this.values = values;
        getChildren().add(Rows.label(group.title(), "section"));
        for (Field field : group.fields()) {
            Line line = line(field, editors.of(field, values.value(field)));
            lines.add(line);
            getChildren().add(line.node());
        }
        refresh(false);
    }

    private Line line(Field field, Node editor) {
        Label problem = Rows.wrapped("", "small", "tone-bad");
        Label help = Rows.wrapped(field.help(), "small", "muted");
        VBox column = labelled(field.type() instanceof FieldType.Flag ? "" : field.label(), editor, problem, help);
        editor.focusWithinProperty().addListener((_, before, now) -> {
            if (before && !now) {
                touched.add(field.key());
                refresh(false);
            }
        });
        return new Line(field, column, problem, help);
    }

    /// A label beside a control with words below it.
    static VBox labelled(String text, Node editor, Label... below) {
        Label label = Rows.label(text, "muted");
        label.setMinWidth(LABEL);
        label.setPrefWidth(LABEL);
        HBox.setHgrow(editor, Priority.ALWAYS);
        HBox row = Rows.row(0, label, editor);
        if (editor instanceof Toggle) {
            HBox.setHgrow(editor, Priority.NEVER);
        } else if (editor instanceof Region region) {
            region.setMaxWidth(Double.MAX_VALUE);
        }
        VBox column = new VBox(3, row);
        for (Label words : below) {
            words.setPadding(new javafx.geometry.Insets(0, 0, 0, LABEL));
            column.getChildren().add(words);
        }
        return column;
    }

    /// Shows what applies and what is wrong.
    ///
    /// @param all also of fields that nobody has touched yet
    void refresh(boolean all) {
        List<SettingProblem> problems = values.problems();
        boolean any = false;
        for (Line line : lines) {
            boolean applies = values.applies(line.field());
            any |= applies;
            shown(line.node(), applies);
            Optional<String> wrong = problems.stream().filter(p -> p.key().equals(line.field().key()))
                    .filter(p -> all || touched.contains(p.key())).map(SettingProblem::message).findFirst();
            line.problem().setText(wrong.orElse(""));
            shown(line.problem(), wrong.isPresent());
            shown(line.help(), wrong.isEmpty() && !line.field().help().isEmpty());
        }
        shown(this, any);
    }

    private static void shown(Node node, boolean whether) {
        node.setVisible(whether);
        node.setManaged(whether);
    }
}
