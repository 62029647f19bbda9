package dev.brokerscope.desktop.shell;

import dev.brokerscope.core.Engine;
import dev.brokerscope.core.EngineOptions;
import dev.brokerscope.desktop.ui.Fonts;
import dev.brokerscope.desktop.ui.StageServices;
import dev.brokerscope.desktop.ui.UiThread;
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
        wiring = new Wiring(engine, stage, new StageServices(stage, getHostServices()), home());
        prompt.attach(wiring.modals());
        Thread.setDefaultUncaughtExceptionHandler(wiring.uncaught());
        wiring.show(Arguments.parse(getParameters().getRaw()));
    }

    /// Of the distribution; absent where the program runs from its classes.
    private static Optional<Path> home() {
        return Optional.ofNullable(System.getProperty(EngineOptions.HOME_PROPERTY)).map(Path::of);
    }

    @Override
    public void stop() {
        if (wiring != null) {
            wiring.close();
        }
    }
}
