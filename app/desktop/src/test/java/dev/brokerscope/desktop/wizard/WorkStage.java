package dev.brokerscope.desktop.wizard;

import dev.brokerscope.api.settings.Settings;
import dev.brokerscope.core.Engine;
import dev.brokerscope.core.EngineOptions;
import dev.brokerscope.core.connection.Connection;
import dev.brokerscope.core.connection.Stage;
import dev.brokerscope.desktop.channel.QuietScreens;
import dev.brokerscope.desktop.desk.Desk;
import dev.brokerscope.desktop.desk.Sources;
import dev.brokerscope.desktop.preferences.Preferences;
import dev.brokerscope.desktop.ui.DesktopServices;
import dev.brokerscope.desktop.ui.UiThread;
import dev.brokerscope.desktop.ui.harness.FxHarness;
import java.net.URI;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.layout.StackPane;

/// A window with the brokers of a shop behind it: production, staging and local, all in memory.
public final class WorkStage implements AutoCloseable {

    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;

    private final Engine engine;
    private final Desk desk;
    private final QuietScreens screens;
    private final StackPane place;
    private final FxHarness window;

    public WorkStage(Path folder) throws Exception {
        this(folder, WIDTH, HEIGHT);
    }

    public WorkStage(Path folder, double width, double height) throws Exception {
        engine = Engine.start(EngineOptions.under(folder, List.of(Path.of("target", "plugins"))));
        Connection production = save("orders-prod", Stage.PRODUCTION);
        save("orders-staging", Stage.TEST);
        save("local-dev", Stage.DEVELOPMENT);
        new ShopBroker(engine, production).fill();
        UiThread ui = new UiThread();
        Executor work = task -> Thread.ofVirtual().start(task);
        Sources sources = new Sources(engine.connections(), engine.connector(), work, ui);
        QuietScreens[] made = new QuietScreens[1];
        StackPane under = new StackPane();
        window = FxHarness.show(_ -> {
            made[0] = new QuietScreens();
            return (Parent) new StackPane(under, made[0].modals());
        }, width, height);
        place = under;
        screens = made[0];
        place.getStyleClass().add("area");
        desk = new Desk(engine, sources, screens, Preferences.load(folder), new NoServices(), ui, work,
                new SimpleObjectProperty<ZoneId>(ZoneId.of("UTC")));
        sources.reload();
        window.awaitThat("connections are there", () -> sources.connections().size() == 3);
    }

    private Connection save(String name, Stage stage) throws Exception {
        return engine.connections().save(new Connection(name, "memory", Settings.EMPTY.with("name", name), stage,
                false, Optional.empty(), Optional.empty(), true));
    }

    public Engine engine() {
        return engine;
    }

    public Desk desk() {
        return desk;
    }

    public QuietScreens screens() {
        return screens;
    }

    public FxHarness window() {
        return window;
    }

    /// Shows a screen's content under the dialogs.
    public void show(Node content) {
        window.run(() -> place.getChildren().setAll(content));
    }

    /// Presses the button with these words, once it is there and may be pressed.
    public void press(String words) {
        window.awaitThat("button " + words, () -> button(words).filter(b -> !b.isDisabled()).isPresent());
        window.run(() -> button(words).orElseThrow().fire());
    }

    public Optional<ButtonBase> button(String words) {
        Parent root = window.stage().getScene().getRoot();
        return Stream.of(".button", ".toggle-button", ".check-box").flatMap(s -> root.lookupAll(s).stream())
                .filter(ButtonBase.class::isInstance).map(ButtonBase.class::cast)
                .filter(b -> words.equals(b.getText()) && b.isVisible() && b.getScene() != null)
                .findFirst();
    }

    @Override
    public void close() {
        window.close();
        engine.close();
    }

    private static final class NoServices implements DesktopServices {
        @Override
        public Optional<Path> chooseFile(String title, List<FileKind> kinds) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> chooseNewFile(String title, String suggestedName, List<FileKind> kinds) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> chooseFolder(String title) {
            return Optional.empty();
        }

        @Override
        public void openInBrowser(URI address) {
        }
    }
}
