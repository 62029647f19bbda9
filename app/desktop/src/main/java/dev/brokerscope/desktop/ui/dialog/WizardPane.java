package dev.brokerscope.desktop.ui.dialog;

import dev.brokerscope.desktop.ui.Glyph;
import dev.brokerscope.desktop.ui.Icon;
import dev.brokerscope.desktop.ui.Rows;
import dev.brokerscope.desktop.ui.Texts;
import dev.brokerscope.desktop.ui.Tone;
import dev.brokerscope.desktop.ui.control.Buttons;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A wizard: steps at the left, the body of the current one, a foot with *Back*, *Next* and, on the last step, the
/// button that does it. That last button is never the default button: Enter alone does not write. Shown by
/// [ModalHost].
public final class WizardPane extends VBox {

    /// @param finish the button of the last step, from [Buttons#primary] or, where it writes to production,
    ///   [Buttons#danger]
    public record Frame(Glyph glyph, String title, String subtitle, Button finish, double width, double height) {}

    private final List<WizardStep> steps;
    private final WizardSteps list;
    private final ScrollPane body = new ScrollPane();
    private final Button back = Buttons.plain(Texts.text("wizard.back"), this::back);
    private final Button next = Buttons.plain(Texts.text("wizard.next"), this::next);
    private final Button finish;
    private final Label hindrance = Rows.label("", "tone-bad");
    private final HBox foot = Rows.row(8);
    private int current = -1;

    public WizardPane(ModalHost host, Frame frame, List<WizardStep> steps) {
        this.steps = List.copyOf(steps);
        this.list = new WizardSteps(this.steps, this::goTo);
        this.finish = frame.finish();
        getStyleClass().add("modal-card");
        setPrefSize(frame.width(), frame.height());
        setMaxSize(frame.width(), frame.height());
        setMinSize(0, 0);
        body.setFitToWidth(true);
        body.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        body.setFocusTraversable(false);
        HBox.setHgrow(body, Priority.ALWAYS);
        HBox middle = new HBox(list, body);
        VBox.setVgrow(middle, Priority.ALWAYS);
        middle.setMinHeight(0);
        getChildren().addAll(head(host, frame), middle, foot());
        goTo(0);
    }

    /// Adds a button at the left end of the foot, such as *Dry run*.
    public void addLeft(Node node) {
        foot.getChildren().add(0, node);
    }

    /// Shows a step; the ones before it count as done.
    public void goTo(int step) {
        current = Math.clamp(step, 0, steps.size() - 1);
        WizardStep shown = steps.get(current);
        shown.body().getStyleClass().remove("wizard-body");
        shown.body().getStyleClass().add("wizard-body");
        body.setContent(shown.body());
        body.setVvalue(0);
        list.show(current);
        boolean last = current == steps.size() - 1;
        back.setDisable(current == 0);
        next.setVisible(!last);
        next.setManaged(!last);
        finish.setVisible(last);
        finish.setManaged(last);
        Button onward = last ? finish : next;
        onward.disableProperty().unbind();
        onward.disableProperty().bind(shown.canGoOnProperty().not());
        hindrance.textProperty().bind(Bindings.when(shown.canGoOnProperty()).then("")
                .otherwise(shown.hindranceProperty()));
        shown.enter();
        if (getScene() != null) {
            FocusTrap.enter(this);
        }
    }

    public int currentStep() {
        return current;
    }

    private void back() {
        goTo(current - 1);
    }

    private void next() {
        steps.get(current).leave();
        goTo(current + 1);
    }

    private static Node head(ModalHost host, Frame frame) {
        Button close = Buttons.icon(Glyph.X, Texts.text("close"), host::close);
        HBox head = Rows.row(10, Icon.of(frame.glyph(), 18, Tone.ACCENT), Rows.label(frame.title(), "title"),
                Rows.label(frame.subtitle(), "muted"), Rows.spring(), close);
        head.getStyleClass().add("modal-head");
        return head;
    }

    private Node foot() {
        hindrance.setGraphic(Icon.of(Glyph.CIRCLE_X, 15, Tone.BAD));
        hindrance.visibleProperty().bind(hindrance.textProperty().isNotEmpty());
        for (Button button : List.of(back, next, finish)) {
            button.getStyleClass().add("large");
        }
        next.getStyleClass().add("accent");
        next.setDefaultButton(true);
        finish.setDefaultButton(false);
        foot.getStyleClass().add("modal-foot");
        foot.getChildren().addAll(Rows.spring(), hindrance, back, next, finish);
        return foot;
    }
}
