package dev.brokerscope.desktop.ui.gallery;

import dev.brokerscope.desktop.ui.ThemeChoice;
import dev.brokerscope.desktop.ui.dialog.ModalHost;
import dev.brokerscope.desktop.ui.frame.WindowLayers;
import dev.brokerscope.desktop.ui.harness.CssWarnings;
import dev.brokerscope.desktop.ui.harness.FxHarness;
import java.nio.file.Path;
import java.util.List;
import javafx.application.Platform;

/// Development tool: pictures of all components in dark and light, to be looked at. Argument: the folder to write.
public final class Gallery {

    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;

    private Gallery() {
    }

    public static void main(String[] args) {
        Path folder = Path.of(args[0]);
        try (CssWarnings warnings = new CssWarnings()) {
            for (ThemeChoice choice : List.of(ThemeChoice.DARK, ThemeChoice.LIGHT)) {
                controls(choice, folder);
                wizard(choice, folder);
                main(choice, folder);
            }
            warnings.messages().stream().distinct().forEach(System.out::println);
        }
        Platform.exit();
    }

    private static void controls(ThemeChoice choice, Path folder) {
        try (FxHarness window = FxHarness.show(_ -> new WindowLayers(Pages.controls()), WIDTH, HEIGHT)) {
            save(window, choice, folder, "controls");
        }
    }

    private static void wizard(ThemeChoice choice, Path folder) {
        try (FxHarness window = FxHarness.show(_ -> new WindowLayers(Pages.controls()), WIDTH, HEIGHT)) {
            window.run(() -> {
                ModalHost host = ((WindowLayers) window.stage().getScene().getRoot()).modals();
                var wizard = Pages.wizard(host);
                host.show(wizard, ModalHost.Place.CENTRE, () -> {
                });
                wizard.goTo(4);
            });
            save(window, choice, folder, "wizard-step");
            window.run(() -> {
                ModalHost host = ((WindowLayers) window.stage().getScene().getRoot()).modals();
                host.close();
                var wizard = Pages.wizard(host);
                host.show(wizard, ModalHost.Place.CENTRE, () -> {
                });
                wizard.goTo(5);
            });
            save(window, choice, folder, "wizard-last");
        }
    }

    private static void main(ThemeChoice choice, Path folder) {
        MainPage[] page = new MainPage[1];
        try (FxHarness window = FxHarness.show(theme -> {
            page[0] = new MainPage(theme);
            return page[0].layers;
        }, WIDTH, HEIGHT)) {
            window.run(() -> {
                page[0].table.select(6);
                page[0].table.requestFocus();
                page[0].hex.selectionProperty().set(page[0].tree.rangeAt(54));
            });
            save(window, choice, folder, "main");
            window.run(() -> page[0].palette.open());
            window.type("pay");
            save(window, choice, folder, "palette");
        }
    }

    private static void save(FxHarness window, ThemeChoice choice, Path folder, String name) {
        window.run(() -> window.theme().choiceProperty().set(choice));
        window.awaitFrames(20);
        window.savePicture(folder.resolve(name + "-" + choice.name().toLowerCase(java.util.Locale.ROOT) + ".png"));
    }
}
