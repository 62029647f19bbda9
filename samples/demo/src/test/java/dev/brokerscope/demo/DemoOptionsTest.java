package dev.brokerscope.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class DemoOptionsTest {

    @Test
    void choosesTheBestModeUnlessTold() {
        assertEquals(DemoOptions.Mode.BEST, DemoOptions.parse(List.of()).mode());
        assertEquals(DemoOptions.Mode.STORY, DemoOptions.parse(List.of("--cli")).mode());
        assertEquals(DemoOptions.Mode.SERVE, DemoOptions.parse(List.of("--serve")).mode());
    }

    @Test
    void letsTheSamplesEndAtAChosenMoment() {
        assertEquals(Instant.parse("2026-11-22T10:00:00Z"),
                DemoOptions.parse(List.of("--now", "2026-11-22T10:00:00Z")).now());
    }

    @Test
    void outlivesItsParentUnlessTold() {
        assertFalse(DemoOptions.parse(List.of()).withParent());
        assertTrue(DemoOptions.parse(List.of("--with-parent")).withParent());
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        DemoFailure failure = assertThrows(DemoFailure.class, () -> DemoOptions.parse(List.of("--clii")));

        assertEquals(2, failure.exitCode());
        assertEquals("The demo does not know \"--clii\". See --help.", failure.getMessage());
    }

    @Test
    void refusesAMomentThatIsNone() {
        assertThrows(DemoFailure.class, () -> DemoOptions.parse(List.of("--now", "yesterday")));
        assertThrows(DemoFailure.class, () -> DemoOptions.parse(List.of("--now")));
    }

    @Test
    void looksForADisplayWhereSystemsHaveThem() {
        assertTrue(new Display("Linux", Map.of("DISPLAY", ":0")).present());
        assertTrue(new Display("Linux", Map.of("WAYLAND_DISPLAY", "wayland-0")).present());
        assertTrue(new Display("Windows 11", Map.of()).present());
        assertTrue(new Display("Mac OS X", Map.of()).present());
        assertFalse(new Display("Linux", Map.of("DISPLAY", "")).present());
    }
}
