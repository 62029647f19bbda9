package dev.brokerscope.desktop.shell;

import dev.brokerscope.desktop.desk.Desk;
import dev.brokerscope.desktop.desk.Screen;
import dev.brokerscope.desktop.ui.Glyph;
import dev.brokerscope.desktop.ui.Texts;
import dev.brokerscope.desktop.ui.action.Action;
import dev.brokerscope.desktop.ui.action.ActionRegistry;
import dev.brokerscope.desktop.ui.action.Shortcuts;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;

/// Everything the window can do, once: menus, shortcuts and palette are made from it. What belongs to a screen is
/// handed to the screen in front.
final class Actions {

    /// The menus in their order.
    static final List<String> MENUS = List.of(Texts.text("menu.file"), Texts.text("menu.view"),
            Texts.text("menu.channel"), Texts.text("menu.archive"), Texts.text("menu.help"));

    private final ActionRegistry registry = new ActionRegistry();
    private final Supplier<Desk> desk;

    /// What only the window itself can do.
    record WindowWork(Runnable palette, Runnable openArchive, Runnable closeTab, Runnable nextTab, Runnable previousTab,
            Runnable filterChannels, Runnable sideBar, Runnable theme, Runnable zone, Runnable backUp,
            Runnable importFile, Runnable about, Runnable quit) {}

    Actions(Supplier<Desk> desk, WindowWork window) {
        this.desk = desk;
        file(window);
        view(window);
        channel(window);
        archive(window);
        add("help.palette", Glyph.SEARCH, "menu.help", Shortcuts.ctrl(KeyCode.K), window.palette());
        add("help.about", Glyph.INFO, "menu.help", Shortcuts.none(), window.about());
    }

    ActionRegistry registry() {
        return registry;
    }

    private void file(WindowWork window) {
        add("file.connect", Glyph.PLUG, "menu.file", Shortcuts.ctrl(KeyCode.N),
                () -> desk.get().screens().editConnection(Optional.empty()));
        add("file.import", Glyph.IMPORT, "menu.file", Shortcuts.none(), window.importFile());
        add("file.open", Glyph.FOLDER_OPEN, "menu.file", Shortcuts.ctrl(KeyCode.O), window.openArchive());
        add("file.close-tab", Glyph.X, "menu.file", Shortcuts.ctrl(KeyCode.W), window.closeTab());
        add("file.quit", Glyph.LOG_OUT, "menu.file", Shortcuts.ctrl(KeyCode.Q), window.quit());
    }

    private void view(WindowWork window) {
        add("view.side-bar", Glyph.PANEL_LEFT, "menu.view", Shortcuts.ctrl(KeyCode.BACK_SLASH), window.sideBar());
        add("view.filter-channels", Glyph.LIST_FILTER, "menu.view", Shortcuts.ctrlShift(KeyCode.F),
                window.filterChannels());
        add("view.next-tab", Glyph.CHEVRON_RIGHT, "menu.view", Shortcuts.ctrl(KeyCode.PAGE_DOWN), window.nextTab());
        add("view.previous-tab", Glyph.CHEVRON_LEFT, "menu.view", Shortcuts.ctrl(KeyCode.PAGE_UP),
                window.previousTab());
        add("view.zone", Glyph.CLOCK, "menu.view", Shortcuts.ctrl(KeyCode.L), window.zone());
        add("view.theme", Glyph.MOON, "menu.view", Shortcuts.none(), window.theme());
        add("view.jobs", Glyph.ACTIVITY, "menu.view", Shortcuts.ctrl(KeyCode.J), () -> desk.get().screens().showJobs());
    }

    private void channel(WindowWork window) {
        screenAction(Screen.Command.FILTER, Glyph.FILTER, Shortcuts.ctrl(KeyCode.F));
        screenAction(Screen.Command.RUN, Glyph.PLAY, Shortcuts.ctrl(KeyCode.ENTER));
        screenAction(Screen.Command.STOP, Glyph.SQUARE, Shortcuts.ctrl(KeyCode.PERIOD));
        screenAction(Screen.Command.GO_TO, Glyph.CALENDAR_CLOCK, Shortcuts.ctrl(KeyCode.G));
        screenAction(Screen.Command.PREVIOUS_MESSAGE, Glyph.CHEVRON_UP, Shortcuts.alt(KeyCode.UP));
        screenAction(Screen.Command.NEXT_MESSAGE, Glyph.CHEVRON_DOWN, Shortcuts.alt(KeyCode.DOWN));
        screenAction(Screen.Command.NEXT_PANE, Glyph.COLUMNS_3, Shortcuts.plain(KeyCode.F6));
        screenAction(Screen.Command.PREVIOUS_PANE, Glyph.COLUMNS_3, Shortcuts.shift(KeyCode.F6));
        screenAction(Screen.Command.COPY_AS, Glyph.COPY, Shortcuts.ctrlShift(KeyCode.C));
        screenAction(Screen.Command.REFRESH, Glyph.REFRESH_CW, Shortcuts.plain(KeyCode.F5));
        add("channel.back-up", Glyph.ARCHIVE, "menu.channel", Shortcuts.ctrl(KeyCode.B), window.backUp());
    }

    private void archive(WindowWork window) {
        add("archive.open", Glyph.ARCHIVE, "menu.archive", Shortcuts.none(), window.openArchive());
        add("archive.restore", Glyph.ARCHIVE_RESTORE, "menu.archive", Shortcuts.ctrl(KeyCode.R),
                () -> desk.get().screens().restore(Optional.empty()));
    }

    private void screenAction(Screen.Command command, Glyph glyph, Optional<KeyCodeCombination> keys) {
        add("channel." + command.id(), glyph, "menu.channel", keys,
                () -> desk.get().screens().front().ifPresent(screen -> screen.perform(command)));
    }

    private void add(String id, Glyph glyph, String menu, Optional<KeyCodeCombination> keys, Runnable work) {
        registry.add(new Action(id, Texts.text("action." + id), glyph, Texts.text(menu), keys, work));
    }
}
