package dev.brokerscope.archive;

import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.message.Bytes;
import dev.brokerscope.api.message.Position;
import dev.brokerscope.archive.sqlite.Origin;
import java.util.List;
import java.util.Optional;

/// Reads what the manifest states of blocks.
record CutRows(OpenArchive archive) implements StoredCuts {

    /// Absent where hashes cannot be compared with those of other archives.
    static Optional<StoredCuts> of(OpenArchive archive) {
        try {
            long keyed = archive.db().number("SELECT count(*) FROM feature WHERE name = ?", Origin.ENCRYPTION);
            return keyed > 0 ? Optional.empty() : Optional.of(new CutRows(archive));
        } catch (FaultException damaged) {
            return Optional.empty();
        }
    }

    @Override
    public List<Cut> cuts(ChannelId channel, int partition) throws FaultException {
        Catalog.Part part = archive.catalog().need(channel).partition(partition);
        return archive.db().list("SELECT first_hi, first_lo, next_hi, next_lo, count, tombstones, raw_bytes, holes,"
                + " content_hash FROM block WHERE partition_id = ? ORDER BY first_hi, first_lo",
                row -> new Cut(new Position(partition, row.whole(1), row.whole(2)),
                        new Position(partition, row.whole(3), row.whole(4)), row.whole(5), row.whole(6), row.whole(7),
                        row.whole(8), Bytes.wrap(row.blob(9))),
                part.id());
    }

    @Override
    public boolean dense(ChannelId channel) throws FaultException {
        return archive.catalog().need(channel).original().dense();
    }
}
