package dev.brokerscope.desktop.ui.table;

import dev.brokerscope.desktop.ui.UiThread;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.Set;
import java.util.function.LongConsumer;
import javafx.collections.ObservableListBase;

/// What a `TableView` sees: some thousand rows of a result that may have millions. A plain `TableView` walks all rows
/// before the visible one at each frame; over a window its cost does not depend on the place. Keeps the pages used
/// last; a page that is missing is asked for once and its rows are empty meanwhile.
final class RowWindow<R> extends ObservableListBase<Row<R>> implements RandomAccess {

    static final int LENGTH = 20_000;
    static final int PAGE = 200;
    private static final int PAGES_KEPT = 60;

    private final RowSource<R> source;
    private final UiThread ui;
    private final LongConsumer pageArrived;
    private final Map<Long, List<R>> pages = new LinkedHashMap<>(16, 0.75f, true);
    private final Set<Long> asked = new HashSet<>();
    private long total;
    private long base;

    /// @param pageArrived told the first row of each page that came, on the JavaFX thread
    RowWindow(RowSource<R> source, UiThread ui, LongConsumer pageArrived) {
        this.source = source;
        this.ui = ui;
        this.pageArrived = pageArrived;
        this.total = source.size();
    }

    long base() {
        return base;
    }

    long total() {
        return total;
    }

    @Override
    public int size() {
        return (int) Math.min(LENGTH, total - base);
    }

    @Override
    public Row<R> get(int index) {
        return row(base + index);
    }

    Row<R> row(long absolute) {
        if (absolute < 0 || absolute >= total) {
            return new Row<>(absolute, Optional.empty());
        }
        long page = absolute / PAGE;
        List<R> rows = pages.get(page);
        if (rows == null) {
            ask(page);
            rows = pages.get(page);
        }
        int at = (int) (absolute % PAGE);
        return new Row<>(absolute, rows != null && at < rows.size() ? Optional.of(rows.get(at)) : Optional.empty());
    }

    /// Equality of rows would walk the whole window, fetching every page.
    @Override
    public int indexOf(Object row) {
        return row instanceof Row<?> known && known.index() >= base && known.index() < base + size()
                ? (int) (known.index() - base)
                : -1;
    }

    @Override
    public int lastIndexOf(Object row) {
        return indexOf(row);
    }

    @Override
    public boolean contains(Object row) {
        return indexOf(row) >= 0;
    }

    /// Moves the window; the table has to be refreshed by the caller.
    void moveTo(long newBase) {
        base = Math.clamp(newBase, 0, Math.max(0, total - LENGTH));
    }

    /// Takes over that the result has grown.
    void grow() {
        int before = size();
        long known = total;
        total = Math.max(total, source.size());
        if (total > known) {
            pages.remove(known / PAGE);
            asked.remove(known / PAGE);
        }
        if (size() > before) {
            beginChange();
            nextAdd(before, size());
            endChange();
        }
    }

    private void ask(long page) {
        if (asked.add(page)) {
            source.fetch(page * PAGE, PAGE, rows -> ui.execute(() -> keep(page, rows)));
        }
    }

    private void keep(long page, List<R> rows) {
        asked.remove(page);
        pages.put(page, rows);
        if (pages.size() > PAGES_KEPT) {
            pages.remove(pages.keySet().iterator().next());
        }
        pageArrived.accept(page * PAGE);
    }
}
