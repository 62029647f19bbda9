package dev.brokerscope.archive;

import dev.brokerscope.api.broker.Session;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.decode.SchemaSource;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.message.Bytes;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.api.message.Position;
import dev.brokerscope.archive.block.DecodedBlock;
import dev.brokerscope.archive.crypt.ArchiveKeys;
import dev.brokerscope.archive.crypt.KeySlot;
import dev.brokerscope.archive.sqlite.Database;
import dev.brokerscope.archive.sqlite.ManifestDump;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/// An archive opened for reading; never changed by that. Any thread.
public final class Archive implements AutoCloseable {

    private final OpenArchive archive;
    private final List<Session> sessions = new CopyOnWriteArrayList<>();
    private final SchemaSource schemas;

    private Archive(OpenArchive archive) {
        this.archive = archive;
        this.schemas = new ArchiveSchemas(archive.db());
    }

    /// Opens a volume, sealed or unfinished, or a folder that holds the volumes of one set.
    ///
    /// @throws FaultException `NOT_FOUND`, `FILE_ACCESS`, `CORRUPT` where it is no archive, of a newer format, or a set
    /// with a hole, `USAGE` for a folder of volumes that do not belong together
    public static Archive open(Path path) throws FaultException {
        return open(path, ArchiveKeys.NONE);
    }

    /// The same, with keys for what is encrypted. Without any it shows its manifest, and faults with `WRONG_KEY` when
    /// messages are asked for.
    ///
    /// @throws FaultException `WRONG_KEY` where there are keys, and none of them opens it
    public static Archive open(Path path, ArchiveKeys keys) throws FaultException {
        return new Archive(OpenArchive.open(path, keys));
    }

    /// Whether what a person typed looks like an archive rather than the name of a connection.
    public static boolean looksLikePath(String text) {
        return text.contains("/") || text.contains("\\") || text.endsWith(".msgdb");
    }

    /// @throws FaultException only where the file cannot be read at all; damage is an outcome
    public static Verification verify(Path path, Verification.Level level, Verification.Listener listener)
            throws FaultException, InterruptedException {
        return verify(path, ArchiveKeys.NONE, level, listener);
    }

    /// The same, with keys for what is encrypted: only a deep check needs them.
    ///
    /// @throws FaultException `WRONG_KEY` where a deep check lacks the key, or none of the keys opens it
    public static Verification verify(Path path, ArchiveKeys keys, Verification.Level level,
            Verification.Listener listener) throws FaultException, InterruptedException {
        return SetCheck.of(path, keys, level, listener).run();
    }

    OpenArchive opened() {
        return archive;
    }

    /// Whether it is encrypted and was opened without a key: its manifest can be read, its messages cannot.
    public boolean locked() {
        return archive.firstSecrets().locked();
    }

    /// What opens it; of a set, its first volume. Nothing where it is not encrypted.
    public List<KeySlot> keySlots() {
        return archive.firstSecrets().slots();
    }

    /// Whether a run in it was asked for in these words. Where it is locked, only what its manifest shows is compared.
    public boolean isOf(String plan, Bytes planHash) throws FaultException {
        boolean locked = locked();
        for (ArchiveContents.Run run : contents().runs()) {
            if (locked ? run.plan().equals(PlanRows.hidden(plan))
                    : archive.secrets().isPlan(planHash, run.planHash())) {
                return true;
            }
        }
        return false;
    }

    /// The file, or the folder of a set.
    public Path file() {
        return archive.file();
    }

    public ArchiveContents contents() throws FaultException {
        return new ContentsReader(archive).read();
    }

    /// What it holds and what not, for drawing; of the manifest alone.
    ///
    /// @param steps how finely strips are drawn: pixels or characters
    public CoverageMap coverage(int steps) throws FaultException {
        return new CoverageReader(archive, steps).read();
    }

    /// The archive as a broker: list, describe, read. Closing the archive closes it; closing it leaves the archive open.
    public Session session() {
        Session session = new ArchiveSession(archive);
        sessions.add(session);
        return session;
    }

    /// The embedded schemas.
    public SchemaSource schemas() {
        return schemas;
    }

    /// The blocks of a partition, in order, as far as comparing needs them; stored hashes count everything
    /// ([ContentMask#ALL]).
    ///
    /// @param channel as the session shows it
    public List<ContentCut> contentCuts(ChannelId channel, int partition) throws FaultException {
        Catalog.Part part = archive.catalog().need(channel).partition(partition);
        return archive.db().list("SELECT first_hi, first_lo, count, content_hash FROM block WHERE partition_id = ?"
                + " ORDER BY first_hi, first_lo",
                row -> new ContentCut(
                        new Position(partition, row.whole(1), row.whole(2)), row.whole(3), Bytes.wrap(row.blob(4))),
                part.id());
    }

    /// The blocks of a partition of all runs, in order, with their sizes.
    ///
    /// @param channel as the session shows it
    public List<BlockExtent> blocks(ChannelId channel, int partition) throws FaultException {
        Catalog.Part part = archive.catalog().need(channel).partition(partition);
        return archive.db().list("SELECT first_hi, first_lo, next_hi, next_lo, count, raw_bytes FROM block"
                + " WHERE partition_id = ? ORDER BY first_hi, first_lo",
                row -> new BlockExtent(new Position(partition, row.whole(1), row.whole(2)),
                        new Position(partition, row.whole(3), row.whole(4)), row.whole(5), row.whole(6)),
                part.id());
    }

    /// One message, without inflating more than its block.
    public Optional<Message> message(ChannelId channel, Position position) throws FaultException {
        Catalog.Entry entry = archive.catalog().need(channel);
        BlockIndex index = archive.index(entry.partition(position.partition()));
        int block = index.at(position);
        if (block >= index.size() || index.first(block).compareTo(position) > 0) {
            return Optional.empty();
        }
        DecodedBlock decoded = new BlockReader(archive.frames(), channel, entry.attributes()).block(index, block);
        int message = decoded.meta().indexOf(position.hi(), position.lo());
        return message < decoded.meta().count() && decoded.meta().hi(message) == position.hi()
                && decoded.meta().lo(message) == position.lo()
                        ? Optional.of(decoded.message(message))
                        : Optional.empty();
    }

    /// Writes the canonical dump of the manifest: equal for equal archives, whatever the order of writing. Of a set,
    /// those of its volumes one after the other.
    public void dump(Appendable out) throws FaultException, IOException {
        for (VolumeHead volume : archive.set().volumes()) {
            try (Database db = volume.opener().connect()) {
                ManifestDump.write(db, out);
            }
        }
    }

    @Override
    public void close() {
        sessions.forEach(Session::close);
        archive.close();
    }
}
