package dev.brokerscope.desktop.ui;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/// SVG paths of the glyphs on a grid of 24 × 24, read once.
final class IconPaths {

    private static final Map<Glyph, String> PATHS = read();

    private IconPaths() {
    }

    static String of(Glyph glyph) {
        return Objects.requireNonNull(PATHS.get(glyph), glyph::lucideName);
    }

    private static Map<Glyph, String> read() {
        Properties lines = new Properties();
        var file = Objects.requireNonNull(IconPaths.class.getResourceAsStream("icons/lucide.properties"));
        try (var in = new InputStreamReader(file, StandardCharsets.UTF_8)) {
            lines.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<Glyph, String> paths = new EnumMap<>(Glyph.class);
        for (Glyph glyph : Glyph.values()) {
            paths.put(glyph, lines.getProperty(glyph.lucideName()));
        }
        return paths;
    }
}
