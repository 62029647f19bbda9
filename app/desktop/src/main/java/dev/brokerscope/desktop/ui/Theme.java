package dev.brokerscope.desktop.ui;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.Scene;
import javafx.stage.PopupWindow;
import javafx.stage.Window;

/// Dark or light for all windows, changed live. AtlantaFX draws the controls; our sheets bend them and add our own
/// classes; one sheet of tokens per theme holds every colour. Popups inherit the sheets of the window that owns them.
///
/// FX thread only. One per program: it sets JavaFX's user agent style sheet.
public final class Theme {

    private static final List<String> SHEETS = Stream
            .of("base", "controls", "pieces", "table", "detail", "frame", "dialog", "channel", "jobs")
            .map(Theme::sheet).toList();
    private static final String DARK = sheet("dark");
    private static final String LIGHT = sheet("light");

    private final ObjectProperty<ThemeChoice> choice = new SimpleObjectProperty<>(ThemeChoice.SYSTEM);
    private final ReadOnlyBooleanWrapper dark = new ReadOnlyBooleanWrapper();

    public Theme() {
        Platform.getPreferences().colorSchemeProperty().addListener((_, _, _) -> show());
        choice.addListener((_, _, _) -> show());
        dark.addListener((_, _, _) -> restyle());
        show();
        useAgentSheet();
    }

    /// Styles every window that is open or will be opened.
    public void install() {
        Window.getWindows().addListener((ListChangeListener<Window>) change -> {
            while (change.next()) {
                change.getAddedSubList().forEach(this::style);
            }
        });
        Window.getWindows().forEach(this::style);
    }

    /// Styles a scene before its window is shown, so that its first frame is right.
    public void apply(Scene scene) {
        List<String> wanted = new ArrayList<>(SHEETS);
        wanted.add(dark.get() ? DARK : LIGHT);
        if (!scene.getStylesheets().equals(wanted)) {
            scene.getStylesheets().setAll(wanted);
        }
    }

    public ObjectProperty<ThemeChoice> choiceProperty() {
        return choice;
    }

    /// Whether the dark theme is what is shown now.
    public ReadOnlyBooleanProperty darkProperty() {
        return dark.getReadOnlyProperty();
    }

    private void show() {
        dark.set(switch (choice.get()) {
            case DARK -> true;
            case LIGHT -> false;
            case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        });
    }

    private void restyle() {
        useAgentSheet();
        Window.getWindows().forEach(this::style);
    }

    private void useAgentSheet() {
        var theme = dark.get() ? new PrimerDark() : new PrimerLight();
        Application.setUserAgentStylesheet(theme.getUserAgentStylesheet());
    }

    private void style(Window window) {
        if (!(window instanceof PopupWindow) && window.getScene() != null) {
            apply(window.getScene());
        }
    }

    private static String sheet(String name) {
        return Objects.requireNonNull(Theme.class.getResource("css/" + name + ".css"), name).toExternalForm();
    }
}
