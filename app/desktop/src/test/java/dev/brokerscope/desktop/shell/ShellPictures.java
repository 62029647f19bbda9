package dev.brokerscope.desktop.shell;

import dev.brokerscope.desktop.ui.ThemeChoice;
import dev.brokerscope.desktop.ui.harness.CssWarnings;
import dev.brokerscope.desktop.wizard.WorkStage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.application.Platform;

/// Development tool: pictures of the first run and of what the program says of itself. Argument: the folder to write.
public final class ShellPictures {

    private ShellPictures() {}

    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        try (CssWarnings warnings = new CssWarnings();
                WorkStage stage = new WorkStage(Files.createTempDirectory("shell-pictures"), 1280, 800)) {
            Welcome.Steps steps = new Welcome.Steps(ShellPictures::nothing, ShellPictures::nothing,
                    Optional.of(ShellPictures::nothing), Optional.of(ShellPictures::nothing));
            Welcome[] welcome = new Welcome[1];
            stage.window().run(() -> welcome[0] = new Welcome(stage::desk, steps));
            stage.show(welcome[0]);
            save(stage, folder, "first-run");
            stage.window().run(() -> new AboutDialog(stage.desk()).show());
            save(stage, folder, "about");
            warnings.messages().stream().distinct().forEach(System.out::println);
        }
        Platform.exit();
        System.exit(0);
    }

    private static void nothing() {
        // Pictures only.
    }

    private static void save(WorkStage stage, Path folder, String name) {
        for (ThemeChoice choice : List.of(ThemeChoice.LIGHT, ThemeChoice.DARK)) {
            stage.window().run(() -> stage.window().theme().choiceProperty().set(choice));
            stage.window().awaitFrames(8);
            stage.window().savePicture(folder.resolve(name + "-" + choice.name().toLowerCase(Locale.ROOT) + ".png"));
        }
    }
}
