package dev.brokerscope.archive;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.archive.block.DamagedBlockException;
import dev.brokerscope.archive.block.Frame;
import dev.brokerscope.archive.sqlite.Database;
import java.nio.file.Path;
import java.util.List;

/// Where the frames of blocks are.
interface FrameSource {

    /// @param query with a place for the block's id
    /// @throws FaultException of kind `WRONG_KEY` where they are encrypted, and nobody gave the key
    List<Frame> frames(String query, long block) throws FaultException, DamagedBlockException;

    /// The file that holds a block.
    Path file(long block);

    /// Those of one volume.
    static FrameSource of(Database db, VolumeSecrets secrets) {
        return new FrameSource() {
            @Override
            public List<Frame> frames(String query, long block) throws FaultException, DamagedBlockException {
                return read(db, secrets, query, block);
            }

            @Override
            public Path file(long block) {
                return db.file();
            }
        };
    }

    /// @param block its id in this volume
    static List<Frame> read(Database db, VolumeSecrets secrets, String query, long block)
            throws FaultException, DamagedBlockException {
        return StoredBlock.fetch(db, secrets, query, block).frames(secrets);
    }
}
