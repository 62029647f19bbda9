package dev.brokerscope.desktop.detail;

import dev.brokerscope.desktop.ui.CopiedText;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.desktop.desk.Desk;
import dev.brokerscope.desktop.ui.Glyph;
import dev.brokerscope.desktop.ui.Icon;
import dev.brokerscope.desktop.ui.Texts;
import dev.brokerscope.desktop.ui.Tone;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;

/// Copies the chosen message in one of its forms.
public final class CopyMenu {

    private final DetailModel model;
    private final Desk desk;

    public CopyMenu(DetailModel model, Desk desk) {
        this.model = model;
        this.desk = desk;
    }

    /// A menu of all forms, for a right click on a row.
    public ContextMenu menu() {
        ContextMenu menu = new ContextMenu();
        for (CopyForm form : CopyForm.values()) {
            MenuItem item = new MenuItem(form.words(), form == CopyForm.COMMAND
                    ? new Icon(Glyph.TERMINAL, 14)
                    : form == CopyForm.VALUE ? new Icon(Glyph.COPY, 14) : null);
            item.setOnAction(_ -> copy(form));
            menu.getItems().add(item);
        }
        return menu;
    }

    void showAt(Node below) {
        menu().show(below, javafx.geometry.Side.BOTTOM, 0, 4);
    }

    /// Copies the value as text.
    public void copyValue() {
        copy(CopyForm.VALUE);
    }

    private void copy(CopyForm form) {
        Optional<Message> message = model.message();
        PayloadState value = model.value().stateProperty().get();
        message.ifPresent(m -> desk.work().execute(() -> {
            try {
                Optional<String> text = form.of(m, model.reading(), value);
                desk.ui().execute(() -> copied(form, text));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }));
    }

    private void copied(CopyForm form, Optional<String> text) {
        if (text.isEmpty()) {
            desk.screens().tell(Tone.WARN, Glyph.INFO, Texts.text("detail.copy.nothing", form.words()), List.of());
            return;
        }
        CopiedText.put(text.get());
        desk.screens().tell(Tone.OK, Glyph.COPY, Texts.text("detail.copy.done", form.words()), List.of());
    }
}
