package dev.brokerscope.desktop.message;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.core.query.ResultRow;
import dev.brokerscope.core.query.ResultStore;
import dev.brokerscope.desktop.ui.table.RowSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/// A page of a result that lies on disk. Rows are read and decoded when the table asks for them; where decoding takes
/// its time, the table gets what is known so far.
final class StoredRows implements RowSource<MessageRow> {

    /// Bytes of a value that a preview may need, and one more, so that a cut can be seen.
    private static final int PREVIEW_BYTES = (64 << 10) + 1;
    private static final long PATIENCE_NANOS = 100_000_000;

    private final ResultStore store;
    private final RowReader reader;
    private final Executor work;
    private final long first;
    private final long most;

    /// @param first row of the store that is the first of the page
    /// @param most rows of a page
    StoredRows(ResultStore store, RowReader reader, Executor work, long first, long most) {
        this.store = store;
        this.reader = reader;
        this.work = work;
        this.first = first;
        this.most = most;
    }

    @Override
    public long size() {
        return Math.clamp(store.size() - first, 0, most);
    }

    @Override
    public void fetch(long from, int count, Consumer<List<MessageRow>> answer) {
        int rows = (int) Math.min(count, size() - from);
        work.execute(() -> answer.accept(read(first + from, rows, answer)));
    }

    private List<MessageRow> read(long from, int count, Consumer<List<MessageRow>> early) {
        List<MessageRow> rows = new ArrayList<>();
        long since = System.nanoTime();
        try {
            for (int i = 0; i < count; i++) {
                rows.add(reader.read(store.row(from + i, PREVIEW_BYTES)));
                if (System.nanoTime() - since > PATIENCE_NANOS) {
                    early.accept(completed(rows, from, count));
                    since = System.nanoTime();
                }
            }
        } catch (FaultException closedMeanwhile) {
            return List.copyOf(rows);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return List.copyOf(rows);
    }

    private List<MessageRow> completed(List<MessageRow> decoded, long from, int count) throws FaultException {
        List<MessageRow> all = new ArrayList<>(decoded);
        for (int i = decoded.size(); i < count; i++) {
            ResultRow row = store.row(from + i, PREVIEW_BYTES);
            all.add(reader.guess(row));
        }
        return List.copyOf(all);
    }
}
