package dev.brokerscope.desktop.shell;

import dev.brokerscope.desktop.desk.Desk;
import dev.brokerscope.desktop.desk.Screen;
import dev.brokerscope.desktop.desk.Source;
import dev.brokerscope.desktop.side.SidePane;
import dev.brokerscope.desktop.ui.DesktopServices;
import dev.brokerscope.desktop.ui.Texts;
import dev.brokerscope.desktop.ui.Theme;
import dev.brokerscope.desktop.ui.ThemeChoice;
import dev.brokerscope.desktop.ui.palette.Palette;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// What the window itself does when asked by a menu, a shortcut or a button. FX thread only.
final class WindowTasks {

    private static final ZoneId UTC = ZoneId.of("UTC");

    private final Supplier<Desk> desk;
    private final Theme theme;
    private final Stage stage;
    private @Nullable MainWindow window;
    private @Nullable Palette palette;
    private @Nullable Session session;

    WindowTasks(Supplier<Desk> desk, Theme theme, Stage stage) {
        this.desk = desk;
        this.theme = theme;
        this.stage = stage;
    }

    /// Completes it, once the frame exists.
    void attach(MainWindow frame, Palette opened, Session remembered) {
        window = frame;
        palette = opened;
        session = remembered;
    }

    Actions.WindowWork work(Workspace workspace, SidePane side) {
        return new Actions.WindowWork(this::openPalette, this::openArchive, workspace::closeFront,
                () -> workspace.tabs().selectNeighbour(1), () -> workspace.tabs().selectNeighbour(-1), side::search,
                this::toggleSideBar, this::switchTheme, this::switchZone, this::backUp,
                this::importFile, this::about, stage::close);
    }

    void openPalette() {
        if (palette != null) {
            palette.open();
        }
    }

    void openArchive() {
        DesktopServices.FileKind archives =
                new DesktopServices.FileKind(Texts.text("archive.kind"), List.of("*.msgdb"));
        desk.get().services().chooseFile(Texts.text("archive.choose"), List.of(archives))
                .ifPresent(desk.get().screens()::openArchive);
    }

    /// Takes a connection over from another client's file.
    void importFile() {
        new ImportFile(desk.get()).ask();
    }

    private void about() {
        new AboutDialog(desk.get()).show();
    }

    private void toggleSideBar() {
        if (window != null) {
            window.toggleSideBar();
        }
    }

    private void switchTheme() {
        theme.choiceProperty().set(theme.darkProperty().get() ? ThemeChoice.LIGHT : ThemeChoice.DARK);
    }

    /// Between UTC and the system's zone.
    void switchZone() {
        ZoneId shown = desk.get().zone().get();
        boolean utc = shown.equals(UTC) || shown.equals(ZoneOffset.UTC);
        ZoneId system = ZoneId.systemDefault();
        desk.get().zone().set(utc && !system.equals(UTC) ? system : UTC);
    }

    /// Of what one sees, else of the first connection that is open.
    private void backUp() {
        Optional<Source> source = desk.get().screens().front().flatMap(Screen::source)
                .filter(s -> s.archive().isEmpty())
                .or(() -> desk.get().sources().connections().stream().findFirst());
        source.ifPresent(s -> desk.get().screens().backUp(s,
                desk.get().screens().front().flatMap(Screen::channel).stream().toList()));
    }

    void show(Arguments arguments) {
        if (session != null) {
            session.restore(arguments);
        }
        stage.show();
    }

    void remember() {
        desk.get().preferences().theme(theme.choiceProperty().get());
        desk.get().preferences().zone(desk.get().zone().get());
        if (window != null && session != null) {
            window.remember();
            session.remember();
        }
        desk.get().preferences().save();
    }
}
