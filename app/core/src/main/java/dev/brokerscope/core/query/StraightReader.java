package dev.brokerscope.core.query;

import dev.brokerscope.api.broker.Batch;
import dev.brokerscope.api.broker.Cursor;
import dev.brokerscope.api.broker.CursorEvent;
import dev.brokerscope.api.fault.FaultException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/// The order of the broker itself, through one cursor: for channels whose positions cannot be returned to.
final class StraightReader implements EntryReader {

    private static final Duration WAIT = Duration.ofMillis(200);

    private final Cursor cursor;
    private final Deque<Entry> buffer = new ArrayDeque<>();
    private boolean ended;

    StraightReader(Cursor cursor) {
        this.cursor = cursor;
    }

    @Override
    public boolean waits() {
        return buffer.isEmpty();
    }

    @Override
    public Optional<Entry> next() throws FaultException, InterruptedException {
        while (buffer.isEmpty() && !ended) {
            Batch batch = cursor.next(WAIT);
            batch.messages().forEach(m -> buffer.add(new Entry.Message(m)));
            for (CursorEvent event : batch.events()) {
                if (event instanceof CursorEvent.Gap gap) {
                    buffer.add(new Entry.Gap(gap));
                }
            }
            ended = batch.end();
        }
        return Optional.ofNullable(buffer.poll());
    }

    @Override
    public void close() {
        cursor.close();
    }
}
