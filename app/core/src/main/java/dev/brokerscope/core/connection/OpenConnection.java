package dev.brokerscope.core.connection;

import dev.brokerscope.api.broker.Session;
import dev.brokerscope.api.decode.SchemaSource;
import dev.brokerscope.archive.Archive;
import java.util.Optional;

/// A connection in use. Any thread.
///
/// @param schemas of its registry or its archive
/// @param archive what is read, where that is no broker
/// @param release lets go of what stands beside the session
public record OpenConnection(Connection connection, Session session, SchemaSource schemas, Optional<Archive> archive,
        Runnable release) implements AutoCloseable {

    /// Ends everything that was opened through it.
    @Override
    public void close() {
        session.close();
        release.run();
    }
}
