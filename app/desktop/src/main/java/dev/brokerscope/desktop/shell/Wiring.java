package dev.brokerscope.desktop.shell;

import dev.brokerscope.core.Engine;
import dev.brokerscope.desktop.desk.Desk;
import dev.brokerscope.desktop.desk.Sources;
import dev.brokerscope.desktop.preferences.Preferences;
import dev.brokerscope.desktop.side.SideModel;
import dev.brokerscope.desktop.side.SidePane;
import dev.brokerscope.desktop.side.SideTree;
import dev.brokerscope.desktop.ui.DesktopServices;
import dev.brokerscope.desktop.ui.Theme;
import dev.brokerscope.desktop.ui.UiThread;
import dev.brokerscope.desktop.ui.dialog.ModalHost;
import dev.brokerscope.desktop.ui.frame.TopBar;
import dev.brokerscope.desktop.ui.frame.WindowLayers;
import dev.brokerscope.desktop.ui.palette.Palette;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

/// Builds the program, once and by hand: who gets what is read here. FX thread only.
public final class Wiring implements AutoCloseable {

    private final Engine engine;
    private final Preferences preferences;
    private final Theme theme = new Theme();
    private final UiThread ui = new UiThread();
    private final ExecutorService work = Executors.newVirtualThreadPerTaskExecutor();
    private final ObjectProperty<ZoneId> zone;
    private final VBox middle = new VBox();
    private final WindowLayers layers = new WindowLayers(middle);
    private final Sources sources;
    private final SideModel sideModel;
    private final Workspace workspace;
    private final Desk desk;
    private final WindowTasks tasks;
    private final Optional<DemoStart> demo;

    /// @param home of the distribution, with its samples; absent where there is none
    public Wiring(Engine engine, Stage stage, DesktopServices services, Optional<Path> home) {
        this.engine = engine;
        preferences = Preferences.load(engine.places().config());
        theme.choiceProperty().set(preferences.theme());
        zone = new SimpleObjectProperty<>(preferences.zone());
        sources = new Sources(engine.connections(), engine.connector(), work, ui);
        sideModel = new SideModel(sources, engine::plugins, work, ui);
        tasks = new WindowTasks(this::desk, theme, stage);
        demo = DemoStart.of(home);
        Optional<Path> sample = home.map(folder -> folder.resolve("samples").resolve("demo.msgdb"))
                .filter(Files::exists);
        Welcome welcome = new Welcome(this::desk, new Welcome.Steps(tasks::openArchive,
                tasks::importFile, sample.map(path -> () -> desk().screens().openArchive(path)),
                demo.map(start -> () -> start.start(desk()))));
        workspace = new Workspace(layers.modals(), layers.toasts(), this::desk, new AllScreens(), welcome);
        desk = new Desk(engine, sources, workspace, preferences, services, ui, work, zone);
        frame(stage);
    }

    private Desk desk() {
        return desk;
    }

    private void frame(Stage stage) {
        SideActions sideActions = new SideActions(this::desk, sideModel);
        SideTree tree = new SideTree(sideModel, preferences.expanded(), sideActions::activate, sideActions);
        workspace.revealWith(tree::unfold);
        SidePane side = new SidePane(sideModel, tree, () -> workspace.editConnection(Optional.empty()));
        Actions actions = new Actions(this::desk, tasks.work(workspace, side));
        Palette palette = new Palette(layers.modals(), new PaletteEntries(this::desk, sideModel, actions.registry()));
        TopBar top = new TopBar(theme, actions.registry().menus(Actions.MENUS), "Ctrl K", palette::open, List.of());
        StatusLine status = new StatusLine(engine, zone, tasks::switchZone, workspace::showJobs);
        MainWindow window = new MainWindow(stage, desk, theme,
                new MainWindow.Parts(top, side, workspace, status, middle, layers));
        actions.registry().install(stage.getScene());
        actions.registry().suspendedProperty().bind(layers.modals().showingProperty());
        tasks.attach(window, palette, new Session(desk, workspace, tree));
        new Front(workspace, top, status, stage, sideModel::refresh).follow(ui);
    }

    /// The window's dialogs, for questions that come from the engine.
    public ModalHost modals() {
        return layers.modals();
    }

    /// Shows the window with what was open last time and what is asked for now.
    public void show(Arguments arguments) {
        tasks.show(arguments);
    }

    /// What happens to faults that nobody caught: said, logged, and the program goes on.
    public Thread.UncaughtExceptionHandler uncaught() {
        return new UncaughtFaults(desk);
    }

    /// Remembers what is open and lets go of everything.
    @Override
    public void close() {
        tasks.remember();
        workspace.closeAll();
        demo.ifPresent(DemoStart::close);
        sources.close();
        work.shutdown();
        engine.close();
    }
}
