package dev.brokerscope.desktop.channel;

import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.settings.Settings;
import dev.brokerscope.core.Engine;
import dev.brokerscope.core.EngineOptions;
import dev.brokerscope.core.connection.Connection;
import dev.brokerscope.core.connection.OpenConnection;
import dev.brokerscope.core.connection.Stage;
import dev.brokerscope.desktop.desk.Desk;
import dev.brokerscope.desktop.desk.Source;
import dev.brokerscope.desktop.desk.Sources;
import dev.brokerscope.desktop.preferences.Preferences;
import dev.brokerscope.desktop.ui.DesktopServices;
import dev.brokerscope.desktop.ui.UiThread;
import dev.brokerscope.desktop.ui.harness.FxHarness;
import dev.brokerscope.plugin.memory.MemoryBroker;
import java.net.URI;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;

/// A channel's tab alone in a window, over a broker in memory and the decoders of this build.
final class ChannelStage implements AutoCloseable {

    final MemoryBroker broker = new MemoryBroker("orders-prod");
    final QuietScreens screens;
    final Desk desk;
    final FxHarness window;
    final ChannelScreen screen;
    private final Engine engine;

    /// Fills the broker before the tab opens.
    interface Filling {
        ChannelId fill(MemoryBroker broker) throws Exception;
    }

    ChannelStage(Path folder, Filling filling, double width, double height) throws Exception {
        engine = Engine.start(EngineOptions.under(folder, List.of(Path.of("target", "plugins"))));
        engine.connections().save(new Connection("orders-prod", "memory", Settings.EMPTY, Stage.PRODUCTION, true,
                Optional.empty(), Optional.empty(), true));
        ChannelId channel = filling.fill(broker);
        Object[] made = new Object[3];
        window = FxHarness.show(_ -> {
            UiThread ui = new UiThread();
            Executor work = task -> Thread.ofVirtual().start(task);
            QuietScreens quiet = new QuietScreens();
            Sources sources = new Sources(engine.connections(), engine.connector(), work, ui);
            Desk madeDesk = new Desk(engine, sources, quiet, Preferences.load(folder), new NoServices(), ui, work,
                    new SimpleObjectProperty<ZoneId>(ZoneOffset.UTC));
            ChannelScreen tab = open(madeDesk, sources, channel);
            made[0] = quiet;
            made[1] = madeDesk;
            made[2] = tab;
            return (Parent) new StackPane(tab.content(), quiet.modals());
        }, width, height);
        screens = (QuietScreens) made[0];
        desk = (Desk) made[1];
        screen = (ChannelScreen) made[2];
    }

    private ChannelScreen open(Desk desk, Sources sources, ChannelId channel) {
        try {
            sources.reload();
            Source source = sources.connection("orders-prod").orElseThrow();
            OpenConnection open = new OpenConnection(source.connection(), broker.connect(), SampleChannel.schemas(),
                    Optional.empty(), () -> {});
            return new ChannelScreen(desk, source, open, channel);
        } catch (dev.brokerscope.api.fault.FaultException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        window.run(screen::closed);
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
        public void openInBrowser(URI address) {}
    }
}
