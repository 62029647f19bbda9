package dev.brokerscope.desktop.shell;

import dev.brokerscope.core.EngineOptions;
import dev.brokerscope.desktop.ui.Fonts;
import javafx.application.Application;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// JavaFX's way into the program.
public final class App extends Application {

    private @Nullable Wiring wiring;

    @Override
    public void start(Stage stage) {
        Fonts.load();
        VaultPrompt prompt = new VaultPrompt();
        wiring = Wiring.of(EngineOptions.ofSystem(prompt), prompt, stage);
        Thread.setDefaultUncaughtExceptionHandler(wiring.uncaught());
        wiring.window().show(Arguments.parse(getParameters().getRaw()));
    }

    @Override
    public void stop() {
        if (wiring != null) {
            wiring.close();
        }
    }
}
