package dev.brokerscope.desktop.connection;

import dev.brokerscope.api.broker.BrokerPlugin;
import dev.brokerscope.api.settings.SettingsSchema;
import dev.brokerscope.core.connection.Connection;
import dev.brokerscope.core.connection.Stage;
import dev.brokerscope.desktop.desk.Desk;
import dev.brokerscope.desktop.ui.Glyph;
import dev.brokerscope.desktop.ui.Icon;
import dev.brokerscope.desktop.ui.Rows;
import dev.brokerscope.desktop.ui.Texts;
import dev.brokerscope.desktop.ui.Tone;
import dev.brokerscope.desktop.ui.control.Badge;
import dev.brokerscope.desktop.ui.control.Buttons;
import dev.brokerscope.desktop.ui.control.SegmentedControl;
import dev.brokerscope.desktop.ui.control.SplitPanes;
import dev.brokerscope.desktop.ui.control.StageMark;
import dev.brokerscope.desktop.ui.control.Toggle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// General facts, what the plugin declares, the registry; the test beside them; what can be done below.
final class ConnectionForm extends VBox {

    private static final double FORM_WIDTH = 720;

    private final Desk desk;
    private final Optional<Connection> original;
    private final TextField name = new TextField();
    private final VBox body = new VBox(26);
    private final Label hindrance = Rows.wrapped("", "tone-bad");
    private final List<FormSection> sections = new ArrayList<>();
    private final FieldEditor editors;
    private final TestPane tests = new TestPane();
    private final ConnectionWork work;
    private ConnectionDraft draft;

    ConnectionForm(Desk desk, List<BrokerPlugin> plugins, Optional<Connection> original, String title,
            Runnable closeTab) {
        this.desk = desk;
        this.original = original;
        this.editors = new FieldEditor(desk.services());
        this.work = new ConnectionWork(desk, tests, closeTab);
        BrokerPlugin plugin = plugins.stream()
                .filter(p -> original.map(Connection::broker).filter(p.descriptor().id()::equals).isPresent())
                .findFirst().orElse(plugins.getFirst());
        draft = new ConnectionDraft(plugin, original);
        getStyleClass().add("area");
        getChildren().addAll(head(title, plugins), middle(), foot(closeTab));
        edit(plugin);
    }

    void focusFirst() {
        name.requestFocus();
    }

    private Node head(String title, List<BrokerPlugin> plugins) {
        HBox head = Rows.row(10, new Icon(Glyph.PLUG, 17), Rows.label(title, "title"));
        if (original.isEmpty() && plugins.size() > 1) {
            SegmentedControl<BrokerPlugin> choice = new SegmentedControl<>(plugins, p -> p.descriptor().name());
            choice.valueProperty().set(draft.plugin());
            choice.valueProperty().subscribe(this::edit);
            head.getChildren().add(choice);
        } else {
            head.getChildren().add(Badge.of(draft.plugin().descriptor().name(), Tone.PLAIN));
        }
        head.getStyleClass().add("pane-head");
        head.setPadding(new Insets(10, 12, 10, 12));
        return head;
    }

    private Node middle() {
        body.setPadding(new Insets(18, 20, 24, 20));
        body.setMaxWidth(FORM_WIDTH);
        ScrollPane form = new ScrollPane(body);
        form.setFitToWidth(true);
        form.getStyleClass().add("area");
        ScrollPane beside = new ScrollPane(tests);
        beside.setFitToWidth(true);
        beside.setFitToHeight(true);
        SplitPanes panes = new SplitPanes(Orientation.HORIZONTAL, form, beside, SplitPanes.Keeps.SECOND,
                new SplitPanes.Sizes("connection.test", 408, 340, 480), desk.preferences());
        VBox.setVgrow(panes, Priority.ALWAYS);
        return panes;
    }

    private Node foot(Runnable closeTab) {
        HBox.setHgrow(hindrance, Priority.ALWAYS);
        hindrance.setMaxWidth(Double.MAX_VALUE);
        HBox foot = Rows.row(8, hindrance, Buttons.plain(Texts.text("cancel"), closeTab),
                Buttons.plain(Texts.text("connection.test-now"), Glyph.PLUG, this::test),
                Buttons.primary(Texts.text("connection.save"), Glyph.CHECK, this::save));
        foot.getStyleClass().add("pane-foot");
        foot.setPadding(new Insets(10, 12, 10, 12));
        return foot;
    }

    /// Draws the form of a broker; what was said about the connection itself stays.
    private void edit(BrokerPlugin plugin) {
        String typedName = draft.nameProperty().get();
        draft = new ConnectionDraft(plugin, original);
        draft.nameProperty().set(typedName);
        sections.clear();
        body.getChildren().setAll(general());
        for (SettingsSchema.Group group : plugin.settings().groups()) {
            add(new FormSection(group, draft.values(), editors));
        }
        if (plugin.descriptor().registry()) {
            body.getChildren().add(registry());
        }
        draft.changesProperty().subscribe(() -> {
            sections.forEach(section -> section.refresh(false));
            hindrance.setText("");
        });
    }

    private void add(FormSection section) {
        sections.add(section);
        body.getChildren().add(section);
    }

    private Node general() {
        name.textProperty().unbind();
        name.setText(draft.nameProperty().get());
        name.textProperty().subscribe(text -> draft.nameProperty().set(text));
        name.setAccessibleText(Texts.text("connection.name"));
        SegmentedControl<Stage> stage = new SegmentedControl<>(List.of(Stage.values()), s -> mark(s).word());
        for (Stage s : Stage.values()) {
            stage.button(s).setGraphic(StageMark.dot(mark(s)));
        }
        stage.valueProperty().set(draft.stageProperty().get());
        stage.valueProperty().subscribe(s -> draft.stageProperty().set(s));
        Toggle writing = new Toggle(Texts.text("connection.may-write"));
        writing.onProperty().set(!draft.readOnlyProperty().get());
        writing.onProperty().subscribe(on -> draft.readOnlyProperty().set(!on));
        VBox general = Rows.column(10, Rows.label(Texts.text("connection.general"), "section"),
                FormSection.labelled(Texts.text("connection.name"), name),
                FormSection.labelled(Texts.text("connection.stage"), Rows.row(0, stage)),
                FormSection.labelled(Texts.text("connection.colour"), new ColourChoice(draft.colourProperty())),
                FormSection.labelled(Texts.text("connection.writing"), writing,
                        Rows.wrapped(Texts.text("connection.writing-help"), "small", "muted")));
        presets(general);
        return general;
    }

    private void presets(VBox general) {
        List<SettingsSchema.Preset> presets = draft.plugin().settings().presets();
        if (!presets.isEmpty() && original.isEmpty()) {
            HBox buttons = Rows.row(6);
            presets.forEach(preset -> buttons.getChildren()
                    .add(Buttons.plain(preset.title(), () -> draft.values().take(preset.values()))));
            general.getChildren().add(FormSection.labelled(Texts.text("connection.presets"), buttons));
        }
    }

    private Node registry() {
        Toggle with = new Toggle(Texts.text("connection.with-registry"));
        with.onProperty().bindBidirectional(draft.withRegistryProperty());
        VBox parts = new VBox(18);
        for (SettingsSchema.Group group : draft.registry().schema().groups()) {
            FormSection section = new FormSection(group, draft.registry(), editors);
            sections.add(section);
            parts.getChildren().add(section);
        }
        parts.visibleProperty().bind(draft.withRegistryProperty());
        parts.managedProperty().bind(parts.visibleProperty());
        return Rows.column(12, with, parts);
    }

    private static dev.brokerscope.desktop.ui.control.Stage mark(Stage stage) {
        return dev.brokerscope.desktop.ui.control.Stage.valueOf(stage.name());
    }

    private boolean complete() {
        List<String> problems = draft.problems();
        sections.forEach(section -> section.refresh(true));
        hindrance.setText(problems.isEmpty() ? "" : problems.getFirst());
        return problems.isEmpty();
    }

    private void test() {
        if (complete()) {
            work.test(draft);
        }
    }

    private void save() {
        if (complete()) {
            work.save(draft);
        }
    }
}
