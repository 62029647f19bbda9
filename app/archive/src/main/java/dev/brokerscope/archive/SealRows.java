package dev.brokerscope.archive;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.message.Bytes;
import dev.brokerscope.archive.block.Sha;
import dev.brokerscope.archive.sqlite.Database;
import dev.brokerscope.archive.sqlite.ManifestDump;
import java.util.List;
import java.util.Optional;

/// The last rows of a volume: hashes over what it holds.
record SealRows(Database db, VolumeSecrets secrets) {

    /// In a transaction of the caller.
    void contentHashes(List<PartitionWriter> partitions) throws FaultException {
        for (PartitionWriter partition : partitions) {
            StoredPartition stored = partition.stored();
            db.update("UPDATE range SET content_hash = ? WHERE run_id = ? AND partition_id = ?",
                    stored.contentHash().toArray(), stored.runId(), stored.partitionId());
        }
    }

    /// Writes the root, unless an attempt before did.
    ///
    /// @param partitions of a run that goes on in another volume
    Bytes root(long at, List<PartitionWriter> partitions) throws FaultException {
        Optional<byte[]> known = db.first("SELECT root FROM seal", row -> row.blob(1));
        if (known.isPresent()) {
            return Bytes.wrap(known.get());
        }
        db.execute("BEGIN IMMEDIATE");
        contentHashes(partitions);
        db.update("UPDATE archive SET state = 'sealed'");
        byte[] root = ManifestDump.root(db, Sha.start());
        db.update("INSERT INTO seal VALUES (1, ?, ?)", at, root);
        if (secrets.key().isPresent()) {
            db.update("INSERT INTO signature VALUES (?, 'HMAC-SHA-256', ?)", VolumeSecrets.SIGNER,
                    secrets.key().get().signature(root));
        }
        db.execute("COMMIT");
        return Bytes.wrap(root);
    }
}
