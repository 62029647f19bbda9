package dev.brokerscope.archive;

import dev.brokerscope.api.broker.CursorEvent;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.decode.RegisteredSchema;
import dev.brokerscope.api.decode.Sample;
import dev.brokerscope.api.decode.SchemaId;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.message.Bytes;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.api.message.Position;
import java.nio.file.Path;
import java.util.List;

/// Writes one run into one new volume. Everything is called from one thread; compressing and hashing happen on a small
/// pool behind it. Until sealed the file is `X.msgdb.partial`: valid, readable and resumable at any moment.
///
/// Faults: `DISK_FULL` (what was committed stays valid), `FILE_ACCESS`, `LOCKED`, `REFUSED`, `CORRUPT`.
public final class ArchiveWriter implements AutoCloseable {

    private ArchiveWriter() {}

    /// @param target the final name; refused where it, or its `.partial`, exists
    public static ArchiveWriter create(Path target, RunStart run, WriterOptions options) throws FaultException {
        throw new UnsupportedOperationException("not there yet");
    }

    /// Continues what a run of the same plan left behind.
    ///
    /// @throws FaultException `REFUSED` for another plan or a sealed file, `NOT_FOUND` where there is no `.partial`
    public static ArchiveWriter resume(Path target, Bytes planHash, WriterOptions options) throws FaultException {
        throw new UnsupportedOperationException("not there yet");
    }

    /// The run as it was started, with the ends captured then.
    public RunStart run() {
        throw new UnsupportedOperationException("not there yet");
    }

    /// What is safely on disk, for every range of the run.
    public List<Checkpoint> checkpoints() {
        throw new UnsupportedOperationException("not there yet");
    }

    /// Messages of a partition come in the order of their positions.
    public void append(ChannelId channel, Message message) throws FaultException, InterruptedException {
        throw new UnsupportedOperationException("not there yet");
    }

    /// Positions without messages; comes in order with the messages of its partition.
    ///
    /// @param detail for people; may be empty
    public void gap(ChannelId channel, CursorEvent.Gap gap, String detail)
            throws FaultException, InterruptedException {
        throw new UnsupportedOperationException("not there yet");
    }

    /// Something worth knowing about the run or a channel that the archive keeps.
    public void event(ChannelId channel, CursorEvent.Notice notice) throws FaultException {
        throw new UnsupportedOperationException("not there yet");
    }

    /// The same, of our own: `registry-unavailable`.
    public void event(String kind, String detail) throws FaultException {
        throw new UnsupportedOperationException("not there yet");
    }

    /// Embeds a schema, its references and subjects, and notes that messages of the channel use it.
    ///
    /// @param count messages that use it, added to what was said before; 0 where not counted
    public void schema(ChannelId channel, Sample.Side side, RegisteredSchema schema, long count)
            throws FaultException {
        throw new UnsupportedOperationException("not there yet");
    }

    /// Notes that messages name a schema that could not be fetched.
    public void missingSchema(ChannelId channel, Sample.Side side, String registry, SchemaId id, long count)
            throws FaultException {
        throw new UnsupportedOperationException("not there yet");
    }

    /// How far partitions are really read, past trailing holes that no message closes.
    public void checkpoint(ChannelId channel, List<Position> next) throws FaultException, InterruptedException {
        throw new UnsupportedOperationException("not there yet");
    }

    /// Brings everything that stands in closed blocks safely to disk; open blocks stay open.
    public void commit() throws FaultException, InterruptedException {
        throw new UnsupportedOperationException("not there yet");
    }

    /// Messages, and bytes of keys, values and headers, that are safely on disk (of this process's part of the run).
    public Written written() {
        throw new UnsupportedOperationException("not there yet");
    }

    /// @param fileBytes the size of the file
    public record Written(long messages, long bytes, long fileBytes) {}

    /// Ends the run: nothing can be appended afterwards.
    public void finish(RunOutcome outcome) throws FaultException, InterruptedException {
        throw new UnsupportedOperationException("not there yet");
    }

    /// Closes the volume for good and gives it its final name.
    ///
    /// @return the root hash
    public Bytes seal() throws FaultException, InterruptedException {
        throw new UnsupportedOperationException("not there yet");
    }

    /// Without `seal`: drops open blocks and leaves a `.partial` that can be resumed. Never throws.
    @Override
    public void close() {}
}
