package dev.brokerscope.desktop.shell;

import dev.brokerscope.desktop.desk.Desk;
import dev.brokerscope.desktop.preferences.Preferences;
import dev.brokerscope.desktop.preferences.WindowPlace;
import dev.brokerscope.desktop.side.SidePane;
import dev.brokerscope.desktop.ui.Theme;
import dev.brokerscope.desktop.ui.control.SplitPanes;
import dev.brokerscope.desktop.ui.frame.TopBar;
import dev.brokerscope.desktop.ui.frame.WindowLayers;
import java.io.File;
import java.util.List;
import java.util.Objects;
import javafx.geometry.Orientation;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Screen;
import javafx.stage.Stage;

/// The window's frame: what lies where, and where it stood last time.
final class MainWindow {

    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;
    private static final double LEAST_WIDTH = 1100;
    private static final double LEAST_HEIGHT = 680;

    private final Stage stage;
    private final SplitPanes panes;
    private final Preferences preferences;

    /// The parts of the frame.
    record Parts(TopBar top, SidePane side, Workspace workspace, StatusLine status, VBox middle, WindowLayers layers) {}

    MainWindow(Stage stage, Desk desk, Theme theme, Parts parts) {
        this.stage = stage;
        this.preferences = desk.preferences();
        VBox content = new VBox(parts.workspace().tabs(), parts.workspace());
        VBox.setVgrow(parts.workspace(), Priority.ALWAYS);
        panes = new SplitPanes(Orientation.HORIZONTAL, parts.side(), content, SplitPanes.Keeps.FIRST,
                new SplitPanes.Sizes("side", 240, 180, 800), preferences);
        panes.setKeptVisible(preferences.sideBar());
        VBox.setVgrow(panes, Priority.ALWAYS);
        parts.middle().getChildren().setAll(parts.top(), panes, parts.status().bar());
        Scene scene = new Scene(parts.layers(), WIDTH, HEIGHT);
        theme.apply(scene);
        theme.install();
        stage.setScene(scene);
        stage.setTitle("Brokerscope");
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        icon();
        acceptArchives(scene, desk);
        place();
    }

    private void icon() {
        var file = MainWindow.class.getResource("/dev/brokerscope/desktop/ui/icons/logo-256.png");
        stage.getIcons().add(new Image(Objects.requireNonNull(file).toExternalForm()));
    }

    /// A place that no screen shows any more is forgotten.
    private void place() {
        preferences.window().filter(MainWindow::visible).ifPresent(place -> {
            stage.setX(place.x());
            stage.setY(place.y());
            stage.setWidth(place.width());
            stage.setHeight(place.height());
            stage.setMaximized(place.maximized());
        });
    }

    private static boolean visible(WindowPlace place) {
        return !Screen.getScreensForRectangle(place.x(), place.y(), place.width(), 40).isEmpty();
    }

    void remember() {
        preferences.window(new WindowPlace(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(),
                stage.isMaximized()));
    }

    void toggleSideBar() {
        preferences.sideBar(!preferences.sideBar());
        panes.setKeptVisible(preferences.sideBar());
    }

    private static void acceptArchives(Scene scene, Desk desk) {
        scene.setOnDragOver(drag -> {
            if (!archives(drag).isEmpty()) {
                drag.acceptTransferModes(TransferMode.COPY);
            }
        });
        scene.setOnDragDropped(drag -> {
            archives(drag).forEach(file -> desk.screens().openArchive(file.toPath()));
            drag.setDropCompleted(true);
        });
    }

    private static List<File> archives(DragEvent drag) {
        return drag.getDragboard().getFiles().stream().filter(f -> f.isDirectory() || f.getName().endsWith(".msgdb"))
                .toList();
    }
}
