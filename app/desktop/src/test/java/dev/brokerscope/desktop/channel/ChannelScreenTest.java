package dev.brokerscope.desktop.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brokerscope.api.broker.GapReason;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.desktop.desk.Screen.Command;
import dev.brokerscope.desktop.ui.detail.HexView;
import dev.brokerscope.desktop.ui.detail.TreeEntry;
import dev.brokerscope.desktop.ui.harness.FxHarness;
import dev.brokerscope.desktop.ui.table.WindowedTable;
import dev.brokerscope.plugin.memory.MemoryBroker;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TabPane;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChannelScreenTest {

    @TempDir
    Path folder;

    @Test
    void opensWithTheNewestMessageInFull() throws Exception {
        try (ChannelStage stage = stage(1208)) {
            awaitTree(stage);
            assertEquals("Payment", FxHarness.call(() -> ((TreeEntry) tree(stage).getRoot().getValue()).name()));
            assertEquals(0, FxHarness.call(() -> table(stage).selectedIndexProperty().get()));
        }
    }

    @Test
    void choosesTheNewestMessageRatherThanTheGapBehindIt() throws Exception {
        try (ChannelStage stage = new ChannelStage(folder, ChannelScreenTest::endingWithAGap, 1208, 800)) {
            awaitTree(stage);

            assertEquals(1, FxHarness.call(() -> table(stage).selectedIndexProperty().get()));
        }
    }

    @Test
    void aSelectedFieldLightsUpItsBytes() throws Exception {
        try (ChannelStage stage = stage(1208)) {
            awaitTree(stage);
            stage.window.run(() -> tree(stage).getSelectionModel().select(1));
            HexView hex = (HexView) stage.window.find("#payload-value .hex-view");

            assertEquals(5, FxHarness.call(() -> hex.selectionProperty().get().from()));
        }
    }

    @Test
    void detailsStandBelowTheTableWhereThereIsLittleWidth() throws Exception {
        try (ChannelStage stage = stage(1208)) {
            awaitTree(stage);
            assertTrue(FxHarness.call(() -> left(details(stage)) > left(table(stage))));
            assertEquals(FxHarness.call(() -> top(stage.screen.content().lookup(".detail-head"))),
                    FxHarness.call(() -> top(table(stage))));
            stage.window.run(() -> stage.window.stage().setWidth(1000));
            stage.window.awaitThat("another layout", () -> top(details(stage)) > top(table(stage)) + 100);

            assertEquals(FxHarness.call(() -> left(table(stage))), FxHarness.call(() -> left(details(stage))));
        }
    }

    @Test
    void aFilterThatMatchesNothingOffersTheNextStep() throws Exception {
        try (ChannelStage stage = stage(1208)) {
            awaitTree(stage);
            stage.window.run(() -> stage.screen.perform(Command.FILTER));
            stage.window.type("nowhere");
            stage.window.press(KeyCode.ENTER);
            stage.window.awaitThat("an empty state",
                    () -> stage.screen.content().lookup(".empty-sentence") instanceof Label label
                            && label.getText().endsWith("matched"));

            Label sentence = (Label) stage.window.find(".empty-sentence");
            assertEquals("0 of 635 matched", FxHarness.call(sentence::getText));
        }
    }

    @Test
    void theNextMessageIsOneCommandAway() throws Exception {
        try (ChannelStage stage = stage(1208)) {
            awaitTree(stage);
            stage.window.run(() -> stage.screen.perform(Command.NEXT_MESSAGE));
            stage.window.run(() -> stage.screen.perform(Command.NEXT_MESSAGE));
            stage.window.run(() -> stage.screen.perform(Command.PREVIOUS_MESSAGE));

            assertEquals(1, FxHarness.call(() -> table(stage).selectedIndexProperty().get()));
        }
    }

    @Test
    void tabsOfTheDetailsHaveNumbers() throws Exception {
        try (ChannelStage stage = stage(1208)) {
            awaitTree(stage);
            stage.window.run(() -> stage.screen.focus());
            stage.window.press(KeyCode.CONTROL, KeyCode.DIGIT5);

            assertEquals(4, FxHarness.call(() -> ((TabPane) stage.screen.content().lookup(".tab-pane"))
                    .getSelectionModel().getSelectedIndex()));
        }
    }

    @Test
    void aChannelThatIsGoneSaysSo() throws Exception {
        try (ChannelStage stage = new ChannelStage(folder, b -> MemoryBroker.id("nowhere"), 1208, 800)) {
            stage.window.awaitThat("a fault", () -> stage.screen.content().lookup(".fault-sentence") != null);

            Label sentence = (Label) stage.window.find(".fault-sentence");
            assertEquals("There is no channel nowhere on memory://orders-prod.", FxHarness.call(sentence::getText));
        }
    }

    private ChannelStage stage(double width) throws Exception {
        return new ChannelStage(folder, b -> new SampleChannel(b, "payments").fill(), width, 800);
    }

    private static ChannelId endingWithAGap(MemoryBroker broker) throws FaultException {
        ChannelId id = broker.create("orders", 1);
        broker.publish("orders", Message.at(0, 0, 0).value("{\"a\":1}".getBytes(StandardCharsets.UTF_8)).build());
        broker.hole("orders", 0, 2, GapReason.TRANSACTIONAL);
        return id;
    }

    private static void awaitTree(ChannelStage stage) {
        stage.window.awaitThat("a decoded value",
                () -> stage.screen.content().lookup("#payload-value .tree-table-view") instanceof TreeTableView<?> tree
                        && tree.getRoot() != null);
    }

    private static TreeTableView<?> tree(ChannelStage stage) {
        return (TreeTableView<?>) stage.screen.content().lookup("#payload-value .tree-table-view");
    }

    private static WindowedTable<?> table(ChannelStage stage) {
        return (WindowedTable<?>) stage.screen.content().lookup(".windowed-table");
    }

    private static Node details(ChannelStage stage) {
        return stage.screen.content().lookup(".tab-pane");
    }

    private static double top(Node node) {
        return node.localToScene(0, 0).getY();
    }

    private static double left(Node node) {
        return node.localToScene(0, 0).getX();
    }
}
