package dev.brokerscope.desktop.ui.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.brokerscope.desktop.ui.control.Stage;
import dev.brokerscope.desktop.ui.harness.FxHarness;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OpenTabsTest {

    private final List<String> closed = new ArrayList<>();
    private final OpenTabs[] tabs = new OpenTabs[1];

    @Test
    void openingTheSameThingAgainSelectsItsTab() {
        try (FxHarness window = show("a", "b")) {
            window.run(() -> tabs[0].open(tab("a")));
            assertEquals(2, FxHarness.call(() -> tabs[0].tabs().size()));
            assertEquals("a", selected());
        }
    }

    @Test
    void closingTheSelectedTabSelectsItsRightNeighbourOrTheLeftOneAtTheEnd() {
        try (FxHarness window = show("a", "b", "c")) {
            window.run(() -> tabs[0].select("b"));
            window.run(() -> tabs[0].close("b"));
            assertEquals("c", selected());
            window.run(() -> tabs[0].close("c"));
            assertEquals("a", selected());
            assertEquals(List.of("b", "c"), closed);
        }
    }

    private String selected() {
        return FxHarness.call(() -> tabs[0].selectedProperty().get().orElseThrow().id());
    }

    private FxHarness show(String... ids) {
        return FxHarness.show(_ -> {
            tabs[0] = new OpenTabs(tab -> closed.add(tab.id()));
            List.of(ids).forEach(id -> tabs[0].open(tab(id)));
            return tabs[0];
        }, 600, 60);
    }

    private static OpenTab tab(String id) {
        return new OpenTab(id, id, id, Stage.TEST, Optional.empty());
    }
}
