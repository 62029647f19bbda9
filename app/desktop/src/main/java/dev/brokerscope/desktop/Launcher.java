package dev.brokerscope.desktop;

import dev.brokerscope.core.place.Places;
import dev.brokerscope.desktop.shell.App;
import javafx.application.Application;

/// Starts the window. Not itself an `Application`: then JavaFX need not stand on the module path of the launcher.
public final class Launcher {

    private Launcher() {
    }

    public static void main(String[] arguments) {
        System.setProperty("brokerscope.logs", Places.ofSystem().logs().toString());
        System.setProperty("logback.configurationFile", "logback-desktop.xml");
        Application.launch(App.class, arguments);
    }
}
