package dev.brokerscope.desktop.ui.dialog;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;

/// One step of a wizard. Its summary stands under its name in the list of steps, such as *3 of 42 · 21 partitions*.
public final class WizardStep {

    private final String title;
    private final Node body;
    private final Runnable entered;
    private final StringProperty summary = new SimpleStringProperty("");
    private final BooleanProperty canGoOn = new SimpleBooleanProperty(true);
    private final StringProperty hindrance = new SimpleStringProperty("");
    private final ObjectProperty<Runnable> left = new SimpleObjectProperty<>(() -> {
    });

    /// @param entered called each time the step is shown, to bring it up to date with the steps before it
    public WizardStep(String title, Node body, Runnable entered) {
        this.title = title;
        this.body = body;
        this.entered = entered;
    }

    public String title() {
        return title;
    }

    public Node body() {
        return body;
    }

    public StringProperty summaryProperty() {
        return summary;
    }

    /// Whether *Next*, or the last step's action, may be used.
    public BooleanProperty canGoOnProperty() {
        return canGoOn;
    }

    /// Why not, as a sentence beside the disabled button; empty where it is plain to see.
    public StringProperty hindranceProperty() {
        return hindrance;
    }

    /// Called when *Next* leaves the step.
    public void whenLeft(Runnable work) {
        left.set(work);
    }

    void enter() {
        entered.run();
    }

    void leave() {
        left.get().run();
    }
}
