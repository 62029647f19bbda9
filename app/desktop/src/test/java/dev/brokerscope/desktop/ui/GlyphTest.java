package dev.brokerscope.desktop.ui;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GlyphTest {

    @ParameterizedTest
    @EnumSource
    void everyGlyphHasAPath(Glyph glyph) {
        assertTrue(IconPaths.of(glyph).startsWith("M"), () -> glyph + ": " + IconPaths.of(glyph));
    }
}
