package dev.brokerscope.desktop.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.channel.Impact;
import dev.brokerscope.desktop.ui.control.Stage;
import dev.brokerscope.desktop.ui.harness.FxHarness;
import dev.brokerscope.plugin.memory.MemoryBroker;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConsentPaneTest {

    private static final Set<Impact> HARMFUL = Set.of(Impact.HIDES_MESSAGES, Impact.MAY_DROP_MESSAGES);

    @TempDir
    Path folder = Path.of("");

    private final MemoryBroker broker = new MemoryBroker("consent");
    private final List<Set<Impact>> agreed = new ArrayList<>();
    private final List<ChannelId> opened = new ArrayList<>();

    @Test
    void tellsTheConsequencesForThisVeryChannel() throws Exception {
        try (FxHarness window = show(Set.of(Impact.HIDES_MESSAGES), Stage.TEST)) {
            List<String> words = FxHarness.call(() -> all(window, Label.class).stream().map(Label::getText).toList());

            assertTrue(words.contains("While they are read, messages are hidden from the real consumers."), "" + words);
            assertTrue(words.stream().anyMatch(w -> w.contains("of invoices and puts them back")), "" + words);
        }
    }

    @Test
    void readsOnlyAfterTheButton() throws Exception {
        try (FxHarness window = show(Set.of(Impact.HIDES_MESSAGES), Stage.PRODUCTION)) {
            assertEquals(List.of(), agreed);
            window.run(() -> button(window).fire());

            assertEquals(List.of(Set.of(Impact.HIDES_MESSAGES)), agreed);
        }
    }

    @Test
    void whatMayLoseMessagesOfProductionNeedsTheNameTyped() throws Exception {
        try (FxHarness window = show(HARMFUL, Stage.PRODUCTION)) {
            assertTrue(FxHarness.call(() -> button(window).isDisabled()));
            window.run(() -> all(window, TextField.class).getFirst().setText("invoices"));

            assertFalse(FxHarness.call(() -> button(window).isDisabled()));
        }
    }

    @Test
    void offersWhatIsHarmlessInstead() throws Exception {
        try (FxHarness window = show(HARMFUL, Stage.TEST)) {
            window.run(() -> all(window, Hyperlink.class).getFirst().fire());

            assertEquals(List.of("invoices.tap"), opened.stream().map(ChannelId::name).toList());
        }
    }

    private FxHarness show(Set<Impact> impacts, Stage stage) throws Exception {
        ChannelId queue = broker.createQueue("invoices");
        broker.createTap("invoices.tap", "invoices");
        ChannelReading reading = Readings.plain(broker, queue, folder);
        return FxHarness.show(
                _ -> new ConsentPane(reading, impacts, new ConsentPane.Ways(stage, agreed::add, opened::add)), 800,
                600);
    }

    private static Button button(FxHarness window) {
        return all(window, Button.class).stream().filter(b -> b.getText().equals("Read it all the same")).findFirst()
                .orElseThrow();
    }

    private static <T> List<T> all(FxHarness window, Class<T> type) {
        List<T> found = new ArrayList<>();
        collect(window.stage().getScene().getRoot(), type, found);
        return found;
    }

    private static <T> void collect(Parent parent, Class<T> type, List<T> found) {
        parent.getChildrenUnmodifiable().forEach(child -> {
            if (type.isInstance(child)) {
                found.add(type.cast(child));
            }
            if (child instanceof Parent below) {
                collect(below, type, found);
            }
        });
    }
}
