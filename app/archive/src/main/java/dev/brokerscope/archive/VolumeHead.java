package dev.brokerscope.archive;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.message.Bytes;
import dev.brokerscope.archive.sqlite.Database;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/// A volume and its place in its set.
///
/// @param number from 1 on; shards may share one
/// @param previous root of the volume that it follows
/// @param root once sealed
record VolumeHead(VolumeOpener opener, UUID set, UUID id, long number, Optional<Bytes> previous, Optional<Bytes> root,
        long createdAt, OptionalLong sealedAt) {

    /// Checks what the file is before anything else is asked of it.
    static VolumeHead read(VolumeOpener opener) throws FaultException {
        try (Database db = opener.open()) {
            return read(opener, db);
        }
    }

    static VolumeHead read(VolumeOpener opener, Database db) throws FaultException {
        return db.first("SELECT set_uuid, volume_uuid, volume_no, previous_root, root, created_at, sealed_at"
                + " FROM archive LEFT JOIN seal USING (one)",
                row -> new VolumeHead(opener, RunRows.uuid(row.blob(1)), RunRows.uuid(row.blob(2)), row.whole(3),
                        row.blobIfAny(4).map(Bytes::wrap), row.blobIfAny(5).map(Bytes::wrap), row.whole(6),
                        row.wholeIfAny(7)))
                .orElseThrow(() -> new FaultException(FaultKind.CORRUPT, "archive.incomplete",
                        opener.file() + " lacks a row that every archive has.", "Take another copy."));
    }

    String name() {
        return String.valueOf(opener.file().getFileName());
    }

    ArchiveContents.Volume contents() {
        ArchiveContents.Seal seal = opener.sealed() && root.isPresent()
                ? new ArchiveContents.Seal.Sealed(sealedAt.orElse(0), root.get())
                : new ArchiveContents.Seal.Unfinished();
        return new ArchiveContents.Volume(opener.file(), id, number, createdAt, seal);
    }
}
