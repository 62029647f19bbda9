package dev.brokerscope.desktop.ui;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.scene.text.Font;

/// The two families of the program. Weight 600 is a family of its own ("Inter SemiBold"): JavaFX shows
/// `-fx-font-weight: 600` of "Inter" as Regular. JavaFX has no tabular figures for Inter, so every number that is
/// aligned or changes is set in [#MONO].
public final class Fonts {

    public static final String TEXT = "Inter";
    public static final String TEXT_SEMIBOLD = "Inter SemiBold";
    public static final String MONO = "JetBrains Mono";

    /// Advance of one JetBrains Mono character, in parts of the font size; no kerning, no ligatures.
    public static final double MONO_ADVANCE = 0.6;

    private static final String FOLDER = "/com/formdev/flatlaf/fonts/";
    private static final List<String> FILES = List.of("inter/Inter-Regular.otf", "inter/Inter-SemiBold.otf",
            "inter/Inter-Bold.otf", "inter/Inter-Italic.otf", "jetbrains_mono/JetBrainsMono-Regular.ttf",
            "jetbrains_mono/JetBrainsMono-Bold.ttf", "jetbrains_mono/JetBrainsMono-Italic.ttf");

    private Fonts() {
    }

    /// Call once, before the first scene. The fonts come from the program's own dependencies.
    public static void load() {
        FILES.forEach(Fonts::load);
    }

    private static void load(String file) {
        try (InputStream in = Fonts.class.getResourceAsStream(FOLDER + file)) {
            if (in == null || Font.loadFont(in, 12) == null) {
                throw new IllegalStateException("the font " + file + " is missing in this installation");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
