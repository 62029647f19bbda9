package dev.brokerscope.archive;

import dev.brokerscope.api.broker.Cursor;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.message.Headers;
import dev.brokerscope.api.message.TimestampType;

/// A cursor that can also tell of messages without fetching their keys and values, many times faster. Either way is
/// used on one cursor, not both.
public interface OutlineCursor extends Cursor {

    /// Takes what is told. Sizes are in bytes, -1 for none; the time is in milliseconds.
    interface Listener {
        void message(int keySize, int valueSize, long time, TimestampType type, Headers headers);
    }

    /// Tells of the messages of one more block.
    ///
    /// @return whether there may be more
    boolean nextOutlines(Listener listener) throws FaultException, InterruptedException;
}
