package dev.brokerscope.api.broker;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.message.Position;
import java.time.Duration;
import java.util.List;

/// Reads one channel. Pulled, so that calling less is the back-pressure. One thread, except `cancel` and `close`.
/// Within a partition messages come in order; batches may mix partitions.
public interface Cursor extends AutoCloseable {

    /// What was captured while opening.
    CursorPlan plan();

    /// Waits at most `maxWait` for something; an empty batch is no end. After a batch with `end` it must not be called.
    /// The end comes from positions, never from the last message seen.
    ///
    /// @throws FaultException of kind `CANCELLED` within a second after `cancel`
    Batch next(Duration maxWait) throws FaultException, InterruptedException;

    /// The next wanted position of each planned partition: a resume point where positions are stable.
    List<Position> checkpoint();

    /// From any thread.
    void cancel();

    /// Undoes what can be undone on the broker. From any thread, never throws.
    @Override
    void close();
}
