package dev.brokerscope.archive;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.archive.block.DamagedBlockException;
import dev.brokerscope.archive.block.Frame;
import dev.brokerscope.archive.crypt.FrameBinding;
import dev.brokerscope.archive.sqlite.Database;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What is stored of a block, as it stands in the file: nobody has looked into it yet. Any thread.
///
/// @param binding of encrypted frames
record StoredBlock(List<BlockReader.Stored> rows, Optional<FrameBinding> binding) {

    StoredBlock {
        rows = List.copyOf(rows);
    }

    /// @param query with a place for the block's id
    /// @throws FaultException of kind `WRONG_KEY` where it is locked
    static StoredBlock fetch(Database db, VolumeSecrets secrets, String query, long block) throws FaultException {
        Optional<FrameBinding> binding = secrets.binding(db, block);
        return new StoredBlock(db.list(query, BlockReader::stored, block), binding);
    }

    /// For checksums, which need no key.
    static StoredBlock fetchLocked(Database db, long block) throws FaultException {
        return new StoredBlock(db.list(BlockReader.ALL_FRAMES, BlockReader::stored, block), Optional.empty());
    }

    /// In the file and inflated, as far as it says so.
    long size() {
        return rows.stream().mapToLong(s -> s.data().length + Math.clamp(s.rawBytes(), 0L, 1L << 31)).sum();
    }

    List<Frame> frames(VolumeSecrets secrets) throws FaultException, DamagedBlockException {
        List<Frame> stored = new ArrayList<>();
        for (BlockReader.Stored row : rows) {
            stored.add(row.frame());
        }
        return secrets.open(binding, stored);
    }
}
