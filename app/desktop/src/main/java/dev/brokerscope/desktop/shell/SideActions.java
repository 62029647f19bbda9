package dev.brokerscope.desktop.shell;

import dev.brokerscope.desktop.ui.CopiedText;
import dev.brokerscope.api.channel.ChannelNode;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.desktop.desk.Desk;
import dev.brokerscope.desktop.desk.Source;
import dev.brokerscope.desktop.desk.SourceState;
import dev.brokerscope.desktop.side.SideLine;
import dev.brokerscope.desktop.side.SideMenus;
import dev.brokerscope.desktop.side.SideModel;
import dev.brokerscope.desktop.ui.Glyph;
import dev.brokerscope.desktop.ui.Icon;
import dev.brokerscope.desktop.ui.Rows;
import dev.brokerscope.desktop.ui.Texts;
import dev.brokerscope.desktop.ui.Tone;
import dev.brokerscope.desktop.ui.control.Buttons;
import dev.brokerscope.desktop.ui.control.Remedy;
import dev.brokerscope.desktop.ui.dialog.DialogCard;
import dev.brokerscope.desktop.ui.dialog.ModalHost;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/// What can be done with a line of the tree.
final class SideActions implements SideMenus {

    private static final double DIALOG_WIDTH = 480;

    private final Supplier<Desk> desk;
    private final SideModel model;

    SideActions(Supplier<Desk> desk, SideModel model) {
        this.desk = desk;
        this.model = model;
    }

    /// Double click or Enter.
    void activate(SideLine line) {
        switch (line) {
            case SideLine.OfChannel(var source, var node, var icon) -> open(source, node);
            case SideLine.OfSource(var source) -> source.archive()
                    .ifPresentOrElse(desk.get().screens()::openArchive, () -> model.channels(source).load());
            case SideLine.Broken(var source, var fault) -> model.channels(source).reload();
            case SideLine.Heading heading -> {
            }
            case SideLine.OfKind kind -> {
            }
            case SideLine.Waiting waiting -> {
            }
        }
    }

    private void open(Source source, ChannelNode node) {
        if (!node.roles().contains(ChannelNode.Role.FOLDER)) {
            desk.get().screens().openChannel(source, node.id());
        }
    }

    @Override
    public ContextMenu of(SideLine line) {
        ContextMenu menu = new ContextMenu();
        switch (line) {
            case SideLine.OfChannel(var source, var node, var icon) -> channelItems(menu, source, node);
            case SideLine.OfSource(var source) when source.archive().isPresent() -> archiveItems(menu, source);
            case SideLine.OfSource(var source) -> connectionItems(menu, source);
            case SideLine.Broken(var source, var fault) -> menu.getItems()
                    .add(item("side.retry", Glyph.REFRESH_CW, () -> model.channels(source).reload()));
            case SideLine.OfKind(var source, var kind, var count) -> menu.getItems()
                    .add(item("side.reload", Glyph.REFRESH_CW, () -> model.channels(source).reload()));
            case SideLine.Heading heading -> {
            }
            case SideLine.Waiting waiting -> {
            }
        }
        return menu;
    }

    private void channelItems(ContextMenu menu, Source source, ChannelNode node) {
        menu.getItems().add(item("side.open", Glyph.TABLE, () -> open(source, node)));
        if (source.archive().isEmpty()) {
            menu.getItems().add(item("side.back-up", Glyph.ARCHIVE,
                    () -> desk.get().screens().backUp(source, List.of(node.id()))));
        }
        menu.getItems().add(item("side.copy-name", Glyph.COPY, () -> CopiedText.put(node.label())));
    }

    private void archiveItems(ContextMenu menu, Source source) {
        source.archive().ifPresent(path -> {
            menu.getItems().add(item("side.overview", Glyph.ARCHIVE, () -> desk.get().screens().openArchive(path)));
            menu.getItems().add(item("side.restore", Glyph.ARCHIVE_RESTORE,
                    () -> desk.get().screens().restore(Optional.of(path))));
            menu.getItems().add(item("side.copy-path", Glyph.COPY, () -> CopiedText.put(path.toString())));
        });
        menu.getItems().add(item("side.close", Glyph.X, () -> desk.get().sources().closeArchive(source)));
    }

    private void connectionItems(ContextMenu menu, Source source) {
        boolean open = source.state() instanceof SourceState.Open;
        menu.getItems().add(open
                ? item("side.reload", Glyph.REFRESH_CW, () -> model.channels(source).reload())
                : item("side.connect", Glyph.PLUG, () -> model.channels(source).reload()));
        if (open) {
            menu.getItems().add(item("side.disconnect", Glyph.UNPLUG, source::close));
            menu.getItems().add(item("side.back-up", Glyph.ARCHIVE,
                    () -> desk.get().screens().backUp(source, List.of())));
        }
        menu.getItems().add(new SeparatorMenuItem());
        menu.getItems().add(source.mayWrite()
                ? item("side.lock", Glyph.LOCK, () -> source.unlock(false))
                : item("side.unlock", Glyph.LOCK_OPEN, () -> unlock(source)));
        menu.getItems().add(item("side.edit", Glyph.PENCIL,
                () -> desk.get().screens().editConnection(Optional.of(source.connection()))));
        menu.getItems().add(item("side.duplicate", Glyph.COPY, () -> duplicate(source)));
        menu.getItems().add(item("side.remove", Glyph.TRASH_2, () -> remove(source)));
    }

    /// A connection that is read-only by its profile is unlocked in its form, where its owner decides; here a window is.
    private void unlock(Source source) {
        if (source.connection().readOnly()) {
            desk.get().screens().tell(Tone.WARN, Glyph.LOCK, Texts.text("side.read-only", source.name()),
                    List.of(new Remedy(Texts.text("side.edit"),
                            () -> desk.get().screens().editConnection(Optional.of(source.connection())))));
        } else {
            source.unlock(true);
        }
    }

    private void duplicate(Source source) {
        blocking(() -> desk.get().engine().connections().duplicate(source.name()));
    }

    private void remove(Source source) {
        ModalHost modals = desk.get().screens().modals();
        DialogCard card = new DialogCard(modals, Glyph.TRASH_2, Texts.text("side.remove-title", source.name()),
                Rows.wrapped(Texts.text("side.remove-body")), DIALOG_WIDTH);
        card.addButton(Buttons.plain(Texts.text("cancel"), modals::close));
        card.addButton(Buttons.danger(Texts.text("side.remove"), Glyph.TRASH_2, () -> {
            modals.close();
            blocking(() -> desk.get().engine().connections().remove(source.name()));
        }));
        modals.show(card, ModalHost.Place.CENTRE, () -> {
        });
    }

    private interface BookWork {
        Object run() throws FaultException;
    }

    private void blocking(BookWork bookWork) {
        Desk now = desk.get();
        now.work().execute(() -> {
            try {
                bookWork.run();
                now.sources().reload();
            } catch (FaultException e) {
                now.ui().execute(() -> now.screens().tell(e.fault()));
            }
        });
    }

    private static MenuItem item(String key, Glyph glyph, Runnable action) {
        MenuItem item = new MenuItem(Texts.text(key), new Icon(glyph, 14));
        item.setOnAction(_ -> action.run());
        return item;
    }
}
