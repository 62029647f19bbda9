package dev.brokerscope.desktop.wizard.restore;

import dev.brokerscope.desktop.desk.Desk;
import dev.brokerscope.desktop.desk.Source;
import dev.brokerscope.desktop.ui.Glyph;
import dev.brokerscope.desktop.ui.Icon;
import dev.brokerscope.desktop.ui.Rows;
import dev.brokerscope.desktop.ui.Texts;
import dev.brokerscope.desktop.ui.Tone;
import dev.brokerscope.desktop.ui.control.Buttons;
import dev.brokerscope.desktop.ui.control.ChoiceCard;
import dev.brokerscope.desktop.ui.control.EmptyState;
import dev.brokerscope.desktop.ui.control.Remedy;
import dev.brokerscope.desktop.ui.control.StageMark;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/// Which connection: those that may be written to, and how to unlock the others.
final class TargetStep extends VBox {

    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private final Desk desk;
    private final RestoreModel model;

    TargetStep(Desk desk, RestoreModel model) {
        super(12);
        this.desk = desk;
        this.model = model;
    }

    /// Lists the connections as they are now.
    void show() {
        List<Source> all = desk.sources().connections();
        getChildren().setAll(RestoreSteps.title(Texts.text("restore.target.title")));
        if (all.isEmpty()) {
            getChildren().add(new EmptyState(Glyph.PLUG, Texts.text("restore.target.none"),
                    Texts.text("restore.target.none.hint"),
                    List.of(new Remedy(Texts.text("side.add"), this::addConnection))));
        }
        all.forEach(source -> getChildren().add(card(source)));
    }

    private void addConnection() {
        desk.screens().modals().close();
        desk.screens().editConnection(Optional.empty());
    }

    private Node card(Source source) {
        boolean writable = source.mayWrite();
        String hint = writable ? Texts.text("restore.target.writable")
                : Texts.text(source.connection().readOnly() ? "restore.target.read-only" : "restore.target.locked");
        Node lock = Icon.of(writable ? Glyph.LOCK_OPEN : Glyph.LOCK, 15, writable ? Tone.WARN : Tone.PLAIN);
        Node[] trailing = writable || source.connection().readOnly()
                ? new Node[]{StageMark.word(source.stage()), lock}
                : new Node[]{StageMark.word(source.stage()), lock,
                    Buttons.plain(Texts.text("side.unlock"), Glyph.LOCK_OPEN, () -> unlock(source))};
        ChoiceCard card = new ChoiceCard(Glyph.SERVER, source.name(), hint, () -> choose(source), trailing);
        card.pseudoClassStateChanged(SELECTED, chosen(source));
        card.setOpacity(writable ? 1 : 0.72);
        return Rows.column(0, card);
    }

    private boolean chosen(Source source) {
        return model.targetProperty().get().filter(source.connection()::equals).isPresent();
    }

    private void unlock(Source source) {
        source.unlock(true);
        choose(source);
    }

    private void choose(Source source) {
        if (source.mayWrite()) {
            model.targetProperty().set(Optional.of(source.connection()));
            show();
        }
    }
}
