package dev.brokerscope.desktop.preferences;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.brokerscope.desktop.ui.ThemeChoice;
import dev.brokerscope.desktop.ui.table.ColumnState;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The file `desktop.json`. What a newer version added is ignored, what is missing has its default.
///
/// @param zone id of the time zone that times are shown in; empty for the system's
/// @param panes sizes in pixels by name
/// @param columns by kind of table
/// @param selected index of the tab in front
@JsonIgnoreProperties(ignoreUnknown = true)
record Remembered(int version, ThemeChoice theme, String zone, boolean sideBar, Optional<WindowPlace> window,
        Map<String, Double> panes, Map<String, List<ColumnState>> columns, List<TabLink> tabs, int selected,
        List<String> archives, List<String> expanded) {

    static final int VERSION = 1;
    static final Remembered NOTHING =
            new Remembered(VERSION, ThemeChoice.SYSTEM, "UTC", true, Optional.empty(), Map.of(),
                    Map.of(), List.of(), 0, List.of(), List.of());
}
