package dev.brokerscope.desktop.shell;

import dev.brokerscope.core.Engine;
import dev.brokerscope.core.EngineOptions;
import dev.brokerscope.desktop.ui.Fonts;
import dev.brokerscope.desktop.ui.StageServices;
import dev.brokerscope.desktop.ui.UiThread;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.application.Application;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// JavaFX's way into the program.
public final class App extends Application {

    private @Nullable Wiring wiring;

    @Override
    public void start(Stage stage) {
        Fonts.load();
        VaultPrompt prompt = new VaultPrompt(new UiThread());
        Engine engine = Engine.start(EngineOptions.ofSystem(prompt));
        wiring = new Wiring(engine, stage, new StageServices(stage, getHostServices()), sample());
        prompt.attach(wiring.modals());
        Thread.setDefaultUncaughtExceptionHandler(wiring.uncaught());
        wiring.show(Arguments.parse(getParameters().getRaw()));
    }

    /// The archive that comes with the distribution.
    private static Optional<Path> sample() {
        return Optional.ofNullable(System.getProperty(EngineOptions.HOME_PROPERTY))
                .map(home -> Path.of(home, "samples", "demo.msgdb"))
                .filter(Files::exists);
    }

    @Override
    public void stop() {
        if (wiring != null) {
            wiring.close();
        }
    }
}
