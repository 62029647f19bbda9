package dev.brokerscope.archive;

import dev.brokerscope.api.broker.Session;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.decode.SchemaSource;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.api.message.Position;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// An archive opened for reading; never changed by that. Any thread.
public final class Archive implements AutoCloseable {

    private Archive() {}

    /// Opens a volume, sealed or unfinished, or a folder that holds exactly one.
    ///
    /// @throws FaultException `NOT_FOUND`, `FILE_ACCESS`, `CORRUPT` where it is no archive or of a newer format
    public static Archive open(Path path) throws FaultException {
        throw new UnsupportedOperationException("not there yet");
    }

    /// Whether what a person typed looks like an archive rather than the name of a connection.
    public static boolean looksLikePath(String text) {
        return text.contains("/") || text.contains("\\") || text.endsWith(".msgdb");
    }

    /// @throws FaultException only where the file cannot be read at all; damage is an outcome
    public static Verification verify(Path path, Verification.Level level, Verification.Listener listener)
            throws FaultException, InterruptedException {
        throw new UnsupportedOperationException("not there yet");
    }

    public Path file() {
        throw new UnsupportedOperationException("not there yet");
    }

    public ArchiveContents contents() throws FaultException {
        throw new UnsupportedOperationException("not there yet");
    }

    /// The archive as a broker: list, describe, read. Closing the archive closes it.
    public Session session() {
        throw new UnsupportedOperationException("not there yet");
    }

    /// The embedded schemas.
    public SchemaSource schemas() {
        throw new UnsupportedOperationException("not there yet");
    }

    /// The blocks of a partition, in order, as far as comparing needs them; stored hashes count everything
    /// ([ContentMask#ALL]).
    ///
    /// @param channel as the session shows it
    public List<ContentCut> contentCuts(ChannelId channel, int partition) throws FaultException {
        throw new UnsupportedOperationException("not there yet");
    }

    /// One message, without inflating more than its block.
    public Optional<Message> message(ChannelId channel, Position position) throws FaultException {
        throw new UnsupportedOperationException("not there yet");
    }

    /// Writes the canonical dump of the manifest: equal for equal archives, whatever the order of writing.
    public void dump(Appendable out) throws FaultException, IOException {
        throw new UnsupportedOperationException("not there yet");
    }

    @Override
    public void close() {}
}
