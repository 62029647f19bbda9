package dev.brokerscope.desktop.ui.detail;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.brokerscope.desktop.ui.gallery.SampleValue;
import dev.brokerscope.desktop.ui.harness.FxHarness;
import dev.brokerscope.desktop.ui.table.Run;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.TreeItem;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import org.junit.jupiter.api.Test;

class LinkedSelectionTest {

    private final DecodedTree[] tree = new DecodedTree[1];
    private final HexView[] hex = new HexView[1];

    @Test
    void selectingAFieldLightsUpItsBytes() {
        try (FxHarness window = show(SampleValue.payment(), 121)) {
            window.run(() -> tree[0].table().getSelectionModel().select(4));
            assertEquals(new ByteRange(52, 56, 1), FxHarness.call(() -> hex[0].selectionProperty().get()));
        }
    }

    @Test
    void aClickOnAByteSelectsItsFieldAndOpensItsParents() {
        try (FxHarness window = show(SampleValue.payment(), 121)) {
            HexGrid grid = new HexGrid(121);
            window.click(hex[0], grid.hexX(1) + 4, HexGrid.TOP + 2 * HexGrid.LINE + 9);
            assertEquals("name", FxHarness.call(() -> tree[0].selected().orElseThrow().name()));
            assertEquals(new ByteRange(32, 51, 1), FxHarness.call(() -> hex[0].selectionProperty().get()));
        }
    }

    @Test
    void arrowsInTheHexViewMoveTheFieldToo() {
        try (FxHarness window = show(SampleValue.payment(), 121)) {
            window.run(() -> hex[0].requestFocus());
            window.press(KeyCode.DOWN);
            window.press(KeyCode.DOWN);
            assertEquals("name", FxHarness.call(() -> tree[0].selected().orElseThrow().name()));
            window.press(KeyCode.LEFT);
            assertEquals("id", FxHarness.call(() -> tree[0].selected().orElseThrow().name()));
        }
    }

    @Test
    void twentyMegabytesCanBeReadToTheLastByte() {
        int size = 20 * 1024 * 1024;
        try (FxHarness window = show(SampleValue.payment(), size)) {
            window.run(() -> hex[0].requestFocus());
            window.press(KeyCode.END);
            assertEquals(ByteRange.of(size - 1, size), FxHarness.call(() -> hex[0].selectionProperty().get()));
        }
    }

    @Test
    void fortyThousandChildrenComeInGroupsOfAThousand() {
        try (FxHarness window = show(new Many(40_500), 121)) {
            window.awaitFrames(1);
            List<String> groups = FxHarness.call(
                    () -> tree[0].table().getRoot().getChildren().stream().map(i -> i.getValue().name()).toList());
            assertEquals(41, groups.size());
            assertEquals("[40000 … 40499]", groups.getLast());
            TreeItem<TreeEntry> last = FxHarness.call(
                    () -> tree[0].table().getRoot().getChildren().getLast().getChildren().getLast());
            assertEquals("40499", last.getValue().name());
        }
    }

    private FxHarness show(TreeEntry value, int bytes) {
        return FxHarness.show(_ -> {
            tree[0] = new DecodedTree();
            hex[0] = new HexView();
            LinkedSelection.link(tree[0], hex[0]);
            tree[0].show(value);
            hex[0].setBytes(ByteView.of(new byte[bytes]));
            BorderPane both = new BorderPane(tree[0]);
            both.setBottom(hex[0]);
            return both;
        }, 500, 600);
    }

    private record Many(int childCount) implements TreeEntry {

        @Override
        public String name() {
            return String.valueOf(childCount);
        }

        @Override
        public List<Run> value() {
            return List.of();
        }

        @Override
        public String type() {
            return "";
        }

        @Override
        public TreeEntry child(int index) {
            return new SampleValue(String.valueOf(index), List.of(), "", Optional.empty(), List.of());
        }

        @Override
        public Optional<ByteRange> bytes() {
            return Optional.empty();
        }
    }
}
