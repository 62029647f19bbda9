package dev.brokerscope.desktop.preferences;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brokerscope.desktop.ui.ThemeChoice;
import dev.brokerscope.desktop.ui.table.ColumnState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreferencesTest {

    @TempDir
    Path folder;

    @Test
    void comeBackAfterARestart() {
        Preferences before = Preferences.load(folder);
        TabLink tab = new TabLink("shop", false, "topic", "orders");
        before.theme(ThemeChoice.DARK);
        before.zone(ZoneId.of("Europe/Berlin"));
        before.sideBar(false);
        before.window(new WindowPlace(10, 20, 1280, 800, true));
        before.remember("side", 300);
        before.columns("messages", List.of(new ColumnState("key", 140, false)));
        before.tabs(List.of(tab), 0);
        before.archives(List.of("/backups/shop.msgdb"));
        before.expanded(List.of("connection:shop"));
        before.save();

        Preferences after = Preferences.load(folder);

        assertEquals(ThemeChoice.DARK, after.theme());
        assertEquals(ZoneId.of("Europe/Berlin"), after.zone());
        assertFalse(after.sideBar());
        assertEquals(Optional.of(new WindowPlace(10, 20, 1280, 800, true)), after.window());
        assertEquals(OptionalDouble.of(300), after.size("side"));
        assertEquals(List.of(new ColumnState("key", 140, false)), after.columns("messages"));
        assertEquals(List.of(tab), after.tabs());
        assertEquals(List.of("/backups/shop.msgdb"), after.archives());
        assertEquals(List.of("connection:shop"), after.expanded());
    }

    @Test
    void takeDefaultsForWhatAFileDoesNotSay() throws Exception {
        Files.writeString(folder.resolve("desktop.json"), "{\"version\":1,\"theme\":\"LIGHT\",\"later\":true}");

        Preferences preferences = Preferences.load(folder);

        assertEquals(ThemeChoice.LIGHT, preferences.theme());
        assertEquals(ZoneId.of("UTC"), preferences.zone());
        assertTrue(preferences.sideBar());
    }

    @Test
    void setAnUnreadableFileAsideAndStart() throws Exception {
        Files.writeString(folder.resolve("desktop.json"), "{\"theme\":");

        Preferences preferences = Preferences.load(folder);

        assertEquals(ThemeChoice.SYSTEM, preferences.theme());
        assertEquals("{\"theme\":", Files.readString(folder.resolve("desktop.json.unreadable")));
    }

    @Test
    void forgetAPaneThatWasReset() {
        Preferences preferences = Preferences.load(folder);
        preferences.remember("side", 300);
        preferences.forget("side");

        assertEquals(OptionalDouble.empty(), preferences.size("side"));
    }
}
