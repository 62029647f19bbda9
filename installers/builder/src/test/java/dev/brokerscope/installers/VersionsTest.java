package dev.brokerscope.installers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class VersionsTest {

    @Test
    void aSnapshotSortsBeforeItsRelease() {
        assertEquals("0.1.0~snapshot", Versions.of("0.1.0-SNAPSHOT").deb());
        assertEquals("0.1.0", Versions.of("0.1.0").deb());
    }

    @Test
    void noVersionOfMacOsBeginsWithNought() {
        assertEquals("1.1.0", Versions.of("0.1.0").mac());
        assertEquals("3.4.5", Versions.of("2.4.5").mac());
    }

    @Test
    void aVersionThatPackagesCannotCarryIsRefused() {
        PackagingException refused = assertThrows(PackagingException.class, () -> Versions.of("1.0-rc1"));
        assertTrue(refused.getMessage().contains("1.0-rc1"));
    }
}
