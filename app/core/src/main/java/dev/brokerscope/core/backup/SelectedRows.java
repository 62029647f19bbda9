package dev.brokerscope.core.backup;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.api.message.Position;
import dev.brokerscope.core.job.JobContext;
import dev.brokerscope.core.query.Entry;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;

/// The rows of a selection by partition, in the order of their positions. Results go up or down in time, so that hardly
/// ever anything has to be sorted; a row costs eight bytes.
final class SelectedRows {

    /// Of one partition.
    private static final class Rows {
        private long[] rows = new long[64];
        private int count;
        private boolean rising = true;
        private boolean falling = true;
        private Position first;
        private Position last;
        private Position before;

        private Rows(Position position) {
            first = position;
            last = position;
            before = position;
        }

        private void add(long row, Position position) {
            if (count == rows.length) {
                rows = Arrays.copyOf(rows, count * 2);
            }
            rows[count++] = row;
            int way = position.compareTo(before);
            rising &= way >= 0;
            falling &= way <= 0;
            before = position;
            first = position.compareTo(first) < 0 ? position : first;
            last = position.compareTo(last) > 0 ? position : last;
        }
    }

    private final Selection selection;
    private final Map<Integer, Rows> partitions = new TreeMap<>();

    private SelectedRows(Selection selection) {
        this.selection = selection;
    }

    static SelectedRows of(Selection selection, JobContext job) throws FaultException, InterruptedException {
        SelectedRows selected = new SelectedRows(selection);
        for (long row = 0; row < selection.size(); row++) {
            if (selection.entry(row) instanceof Entry.Message(Message message)) {
                Position position = message.position();
                selected.partitions.computeIfAbsent(position.partition(), _ -> new Rows(position)).add(row, position);
            }
            job.pausePoint();
        }
        return selected;
    }

    boolean isEmpty() {
        return partitions.isEmpty();
    }

    Iterable<Integer> numbers() {
        return partitions.keySet();
    }

    Position first(int partition) {
        return rows(partition).first;
    }

    /// Exclusive.
    Position end(int partition) {
        return rows(partition).last.next();
    }

    /// Row numbers in the order of positions.
    LongStream ordered(int partition) throws FaultException {
        Rows all = rows(partition);
        LongStream rows = Arrays.stream(all.rows, 0, all.count);
        if (all.rising) {
            return rows;
        }
        if (all.falling) {
            return LongStream.range(0, all.count).map(i -> all.rows[(int) (all.count - 1 - i)]);
        }
        record Placed(long row, Position at) {}
        Placed[] placed = new Placed[all.count];
        for (int i = 0; i < all.count; i++) {
            placed[i] = new Placed(all.rows[i], selection.entry(all.rows[i]).position());
        }
        Arrays.sort(placed, Comparator.comparing(Placed::at));
        return Arrays.stream(placed).mapToLong(Placed::row);
    }

    private Rows rows(int partition) {
        Rows rows = partitions.get(partition);
        if (rows == null) {
            throw new IllegalArgumentException("nothing is selected in partition " + partition);
        }
        return rows;
    }
}
