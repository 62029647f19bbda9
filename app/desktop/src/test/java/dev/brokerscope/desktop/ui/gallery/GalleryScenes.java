package dev.brokerscope.desktop.ui.gallery;

import dev.brokerscope.desktop.ui.Theme;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;

/// What tests of all components at once show.
public final class GalleryScenes {

    private GalleryScenes() {
    }

    public static Parent everything(Theme theme) {
        MainPage main = new MainPage(theme);
        StackPane all = new StackPane(Pages.controls(), Pages.wizard(main.layers.modals()), main.layers);
        main.table.select(3);
        return all;
    }
}
