package dev.brokerscope.core.query;

import dev.brokerscope.api.fault.FaultException;
import java.util.Optional;

/// Gives entries one by one. One thread; interruption ends it.
interface EntryReader extends AutoCloseable {

    /// Absent at the end.
    Optional<Entry> next() throws FaultException, InterruptedException;

    @Override
    void close();
}
