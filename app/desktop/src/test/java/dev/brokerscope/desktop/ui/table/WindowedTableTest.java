package dev.brokerscope.desktop.ui.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brokerscope.desktop.ui.UiThread;
import dev.brokerscope.desktop.ui.harness.FxHarness;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import javafx.scene.control.TableCell;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

class WindowedTableTest {

    private static final long MILLION = 1_000_000;

    private final List<WindowedTable<Long>> made = new ArrayList<>();

    @Test
    void aJumpShowsExactlyTheRowsAskedForAnywhereInAMillion() {
        try (FxHarness window = show(numbers(MILLION))) {
            for (long first : new long[]{0, 500_000, 999_000, 123_456, 19_999, 20_001}) {
                window.run(() -> table().scrollTo(first));
                window.awaitThat("row " + first + " is shown", () -> shown().contains(String.valueOf(first)));
                assertEquals(first, FxHarness.call(() -> table().firstVisible()));
            }
        }
    }

    @Test
    void endAndHomeReachTheLastAndTheFirstRow() {
        try (FxHarness window = show(numbers(MILLION))) {
            window.run(() -> table().requestFocus());
            window.press(KeyCode.END);
            window.awaitThat("the last row is there", () -> table().selectedRowProperty().get().isPresent());
            assertEquals(Optional.of(MILLION - 1), FxHarness.call(() -> table().selectedRowProperty().get()));
            window.press(KeyCode.HOME);
            window.awaitThat("the first row is there", () -> table().selectedRowProperty().get().isPresent());
            assertEquals(0, FxHarness.call(() -> table().selectedIndexProperty().get()));
            assertTrue(FxHarness.call(this::shown).contains("0"));
        }
    }

    @Test
    void stepsOverTheEdgeOfTheWindowGoToTheNextRow() {
        try (FxHarness window = show(numbers(MILLION))) {
            window.run(() -> table().select(RowWindow.LENGTH - 1));
            window.run(() -> table().requestFocus());
            window.press(KeyCode.DOWN);
            window.press(KeyCode.DOWN);
            assertEquals(RowWindow.LENGTH + 1, FxHarness.call(() -> table().selectedIndexProperty().get()));
            window.awaitThat("the row is shown", () -> shown().contains(String.valueOf(RowWindow.LENGTH + 1)));
        }
    }

    @Test
    void rowsOfAPageThatHasNotComeAreEmptyAndFillWhenItComes() {
        HeldSource source = new HeldSource();
        try (FxHarness window = show(source)) {
            window.awaitThat("a page was asked for", () -> !source.waiting.isEmpty());
            assertEquals(List.of(), FxHarness.call(this::shown));
            window.run(source::answerAll);
            window.awaitThat("the page is shown", () -> shown().contains("3"));
        }
    }

    @Test
    void aResultThatGrowsKeepsItsPlaceAndItsSelection() {
        GrowingSource source = new GrowingSource();
        try (FxHarness window = show(source)) {
            window.run(() -> table().select(7));
            source.size = 400;
            window.run(() -> table().sizeChanged());
            assertEquals(400, FxHarness.call(() -> table().size()));
            assertEquals(7, FxHarness.call(() -> table().selectedIndexProperty().get()));
            window.run(() -> table().select(399));
            window.awaitThat("the new last row is there",
                    () -> table().selectedRowProperty().get().equals(Optional.of(399L)));
        }
    }

    @Test
    void columnsComeBackAsTheyWereLeft() {
        try (FxHarness window = show(numbers(10))) {
            window.run(() -> table().columns().restore(List.of(new ColumnState("double", 140, true),
                    new ColumnState("number", 90, false))));
            assertEquals(List.of(new ColumnState("double", 140, true), new ColumnState("number", 90, false)),
                    FxHarness.call(() -> table().columns().states()));
        }
    }

    private FxHarness show(RowSource<Long> source) {
        FxHarness window = FxHarness.show(_ -> {
            WindowedTable<Long> table = new WindowedTable<>(new UiThread(),
                    List.of(ColumnSpec.number("number", "Number", 120, String::valueOf),
                            ColumnSpec.number("double", "Double", 120, n -> 2 * n + "d")),
                    Optional.empty());
            made.add(table);
            table.setSource(source);
            return table;
        }, 600, 500);
        window.awaitFrames(2);
        return window;
    }

    private WindowedTable<Long> table() {
        return made.getLast();
    }

    /// The texts of the first column that are in view.
    private List<String> shown() {
        return table().lookupAll(".table-cell").stream().<TableCell<?, ?>>map(node -> (TableCell<?, ?>) node)
                .filter(cell -> cell.isVisible() && cell.getText() != null && cell.getTableColumn() != null
                        && "number".equals(cell.getTableColumn().getId()))
                .map(cell -> cell.getText()).toList();
    }

    private static RowSource<Long> numbers(long size) {
        return new RowSource<>() {
            @Override
            public long size() {
                return size;
            }

            @Override
            public void fetch(long from, int count, Consumer<List<Long>> answer) {
                Thread.ofVirtual().start(() -> answer.accept(page(from, count, size)));
            }
        };
    }

    private static List<Long> page(long from, int count, long size) {
        return LongStream.range(from, Math.min(size, from + count)).boxed().toList();
    }

    private static final class GrowingSource implements RowSource<Long> {

        private volatile long size = 250;

        @Override
        public long size() {
            return size;
        }

        @Override
        public void fetch(long from, int count, Consumer<List<Long>> answer) {
            answer.accept(page(from, count, size));
        }
    }

    private static final class HeldSource implements RowSource<Long> {

        private final List<Runnable> waiting = new ArrayList<>();

        @Override
        public long size() {
            return 1_000;
        }

        @Override
        public void fetch(long from, int count, Consumer<List<Long>> answer) {
            waiting.add(() -> answer.accept(page(from, count, size())));
        }

        void answerAll() {
            List.copyOf(waiting).forEach(Runnable::run);
        }
    }
}
