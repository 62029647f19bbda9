package dev.brokerscope.archive;

import dev.brokerscope.api.broker.CursorEvent;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.message.Position;
import dev.brokerscope.archive.block.BlockSums;
import dev.brokerscope.archive.block.CanonicalForm;
import dev.brokerscope.archive.block.DamagedBlockException;
import dev.brokerscope.archive.block.DecodedBlock;
import dev.brokerscope.archive.block.Frame;
import dev.brokerscope.archive.block.FrameCodec;
import dev.brokerscope.archive.crypt.StoredHashes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;

/// The check of one block that was read: needs nothing of the blocks around it but the hash that the one before states.
/// Any thread.
///
/// @param stored as the file holds it
/// @param file names the volume
/// @param before what the chain of hashes has come to
/// @param gaps of the run that touch the block
record BlockWork(Catalog.Entry entry, Path file, VolumeSecrets secrets, Stated stated, StoredBlock stored,
        byte[] before, List<CursorEvent.Gap> gaps, boolean deep) implements Callable<BlockWork.Findings> {

    /// A block's row with its hashes.
    record Stated(long id, BlockReader.Place place, Integrity.Fields fields, byte[] content, byte[] integrity) {}

    record Finding(String code, String message) {}

    /// @param count messages of the block
    record Findings(Catalog.Entry entry, Position first, long count, long rawBytes, List<Finding> findings) {}

    @Override
    public Findings call() {
        List<Finding> findings = new ArrayList<>();
        if (deep) {
            deep(findings);
        } else {
            checksums(findings);
        }
        Integrity.Fields fields = stated.fields();
        return new Findings(entry, stated.place().first(), fields.count(), fields.rawBytes(), findings);
    }

    private void checksums(List<Finding> findings) {
        for (BlockReader.Stored frame : stored.rows()) {
            try {
                FrameCodec.check(frame.frame());
            } catch (DamagedBlockException e) {
                findings.add(new Finding("block.crc", "a block is damaged: " + e.getMessage() + "."));
            }
        }
    }

    private void deep(List<Finding> findings) {
        try {
            List<Frame> frames = stored.frames(secrets);
            DecodedBlock decoded = BlockReader.decode(stated.place(), frames, entry.attributes());
            keyFilter(decoded, frames, findings);
            compare(new BlockSums(new CanonicalForm(entry.attributes())).of(decoded), findings);
            explained(decoded, findings);
        } catch (DamagedBlockException e) {
            FaultException damaged = BlockReader.damaged(stated.place(), entry.id(), file, e);
            findings.add(new Finding(damaged.fault().code(), damaged.fault().message()));
        } catch (FaultException e) {
            findings.add(new Finding(e.fault().code(), e.fault().message()));
        } catch (IllegalArgumentException e) {
            findings.add(new Finding("block.attributes", "a block holds what cannot be: " + e.getMessage() + "."));
        }
    }

    /// A filter that leaves out a key would hide its messages from who searches for it.
    private static void keyFilter(DecodedBlock decoded, List<Frame> frames, List<Finding> findings)
            throws DamagedBlockException {
        List<Frame> filter = frames.stream().filter(f -> f.kind() == Frame.Kind.KEY_FILTER).toList();
        if (!filter.isEmpty() && !Arrays.equals(FrameCodec.raw(filter), decoded.keyFilter())) {
            findings.add(new Finding("block.key-filter", "the key filter of a block does not fit its keys."));
        }
    }

    /// What a gap says is gone must not be there.
    private void explained(DecodedBlock decoded, List<Finding> findings) {
        for (CursorEvent.Gap gap : gaps) {
            int at = decoded.meta().indexOf(gap.from().hi(), gap.from().lo());
            if (at < decoded.meta().count() && new Position(gap.next().partition(), decoded.meta().hi(at),
                    decoded.meta().lo(at)).compareTo(gap.next()) < 0) {
                findings.add(new Finding("block.gap", "a gap is stated where a message stands."));
            }
        }
    }

    private void compare(BlockSums.Sums found, List<Finding> findings) throws FaultException {
        StoredHashes hashes = secrets.hashes();
        Integrity.Fields row = stated.fields();
        Position behind = new Position(stated.place().first().partition(), found.lastHi(), found.lastLo()).next();
        boolean fits = found.tombstones() == row.tombstones() && found.rawBytes() == row.rawBytes()
                && time(found, found.timeMin()).equals(row.timeMin())
                && time(found, found.timeMax()).equals(row.timeMax())
                && behind.hi() == row.nextHi() && behind.lo() == row.nextLo();
        if (!fits) {
            findings.add(new Finding("block.row", "a block states other sums than its messages give."));
        }
        if (!Arrays.equals(hashes.content(found.contentHash()), stated.content())) {
            findings.add(new Finding("block.content", "the contents of a block do not match their hash."));
        }
        byte[] link = hashes.integrity(Integrity.next(before, stated.content(), row, found.placesHash()));
        if (!Arrays.equals(link, stated.integrity())) {
            findings.add(new Finding("block.chain",
                    "a block was changed, moved, removed or inserted: the chain of hashes breaks here."));
        }
    }

    private static OptionalLong time(BlockSums.Sums found, long value) {
        return found.timed() ? OptionalLong.of(value) : OptionalLong.empty();
    }
}
