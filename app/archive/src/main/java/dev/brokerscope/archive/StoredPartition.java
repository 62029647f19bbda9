package dev.brokerscope.archive;

import dev.brokerscope.api.message.Bytes;
import dev.brokerscope.api.message.Position;
import dev.brokerscope.archive.block.ByteSink;
import dev.brokerscope.archive.block.Sha;
import java.security.MessageDigest;

/// What stands in the file of one partition of the run: checkpoint, end of the chain, hash of contents. One thread.
final class StoredPartition {

    private final long runId;
    private final long partitionId;
    private final BlockSeal seal;
    private final MessageDigest contents = Sha.start();
    private byte[] chain;
    private Position next;
    private Position committed;
    private boolean harmless = true;

    StoredPartition(long runId, long partitionId, BlockSeal seal, byte[] chain, Position next) {
        this.seal = seal;
        this.runId = runId;
        this.partitionId = partitionId;
        this.chain = chain;
        this.next = next;
        this.committed = next;
    }

    long runId() {
        return runId;
    }

    long partitionId() {
        return partitionId;
    }

    /// What its blocks are encrypted with, if at all.
    BlockSeal seal() {
        return seal;
    }

    byte[] chain() {
        return chain;
    }

    Position next() {
        return next;
    }

    /// What is safely on disk.
    Position committed() {
        return committed;
    }

    boolean harmless() {
        return harmless;
    }

    void harmed() {
        harmless = false;
    }

    void block(long count, byte[] content, byte[] integrity, Position behind) {
        contents.update(new ByteSink(40).i64(count).bytes(content).toArray());
        chain = integrity;
        next = behind;
    }

    void moved(Position to) {
        next = to;
    }

    void commit() {
        committed = next;
    }

    /// Only once, at the end.
    Bytes contentHash() {
        return Bytes.wrap(contents.digest());
    }
}
