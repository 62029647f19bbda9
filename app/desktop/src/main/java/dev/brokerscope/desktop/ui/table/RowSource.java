package dev.brokerscope.desktop.ui.table;

import java.util.List;
import java.util.function.Consumer;

/// Rows of a result of any length, fetched in pages. The table calls on the JavaFX thread, so neither method may
/// block: `fetch` hands the work to another thread.
public interface RowSource<R> {

    /// How many rows there are now; may grow, see [WindowedTable#sizeChanged()].
    long size();

    /// Asks for the rows from `from` on, at most `count`. The answer may come on any thread, and may hold fewer rows
    /// where the result ends. A source that cannot read answers with an empty list and tells the fault elsewhere.
    void fetch(long from, int count, Consumer<List<R>> answer);

    /// A result that lies in memory, for short lists and tests.
    static <R> RowSource<R> of(List<R> rows) {
        return new RowSource<>() {
            @Override
            public long size() {
                return rows.size();
            }

            @Override
            public void fetch(long from, int count, Consumer<List<R>> answer) {
                int start = (int) Math.min(from, rows.size());
                answer.accept(List.copyOf(rows.subList(start, Math.min(rows.size(), start + count))));
            }
        };
    }
}
