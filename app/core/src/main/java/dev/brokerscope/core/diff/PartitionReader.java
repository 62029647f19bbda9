package dev.brokerscope.core.diff;

import dev.brokerscope.api.broker.Batch;
import dev.brokerscope.api.broker.Cursor;
import dev.brokerscope.api.broker.CursorEvent;
import dev.brokerscope.api.broker.End;
import dev.brokerscope.api.broker.OpenRequest;
import dev.brokerscope.api.broker.Start;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.api.message.Position;
import dev.brokerscope.core.job.JobContext;
import dev.brokerscope.core.slice.SliceResolver;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The messages of one partition, one after the other; at most one batch is held. One thread.
public final class PartitionReader implements AutoCloseable {

    private static final int GAPS_REMEMBERED = 4_000;
    private static final Duration WAIT = Duration.ofMillis(500);
    private static final OpenRequest.Limits LIMITS = new OpenRequest.Limits(1_000, 2L << 20);

    private final Optional<Cursor> cursor;
    private final JobContext job;
    private List<Message> batch = List.of();
    private int index;
    private boolean ended;
    private long holes;
    private final Deque<CursorEvent.Gap> gaps = new ArrayDeque<>();

    private PartitionReader(Optional<Cursor> cursor, JobContext job) {
        this.cursor = cursor;
        this.job = job;
        this.ended = cursor.isEmpty();
    }

    /// Opens nothing where the range is empty.
    public static PartitionReader open(Compared what, SliceResolver.Range range, JobContext job)
            throws FaultException, InterruptedException {
        if (range.isEmpty()) {
            return new PartitionReader(Optional.empty(), job);
        }
        OpenRequest request = OpenRequest.everything(what.channel()).only(Set.of(range.partition()))
                .from(range.end().isPresent() ? new Start.AtPositions(List.of(range.begin())) : new Start.Earliest())
                .to(range.end().isPresent() ? new End.BeforePositions(List.of(range.end().get())) : new End.Snapshot())
                .isolated(what.isolation()).limited(LIMITS).consenting(what.consent());
        return new PartitionReader(Optional.of(what.side().session().open(request)), job);
    }

    /// Empty at the end.
    public Optional<Message> next() throws FaultException, InterruptedException {
        while (index >= batch.size() && !ended) {
            fetch();
        }
        return index < batch.size() ? Optional.of(batch.get(index++)) : Optional.empty();
    }

    /// Why there is no message at a position that was just passed; absent where nobody said.
    public Optional<CursorEvent.Gap> gapAt(Position position) {
        return gaps.stream().filter(g -> g.from().compareTo(position) <= 0 && position.compareTo(g.next()) < 0)
                .findFirst();
    }

    /// Positions without a message so far.
    public long holes() {
        return holes;
    }

    @Override
    public void close() {
        cursor.ifPresent(Cursor::close);
    }

    private void fetch() throws FaultException, InterruptedException {
        job.pausePoint();
        Batch fetched = cursor.orElseThrow().next(WAIT);
        for (CursorEvent event : fetched.events()) {
            if (event instanceof CursorEvent.Gap gap) {
                holes += gap.from().hi() == gap.next().hi() ? gap.next().lo() - gap.from().lo() : 0;
                remember(gap);
            }
        }
        batch = fetched.messages();
        index = 0;
        ended = fetched.end();
    }

    private void remember(CursorEvent.Gap gap) {
        gaps.addLast(gap);
        if (gaps.size() > GAPS_REMEMBERED) {
            gaps.removeFirst();
        }
    }
}
