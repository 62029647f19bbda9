package dev.brokerscope.core.diff;

import dev.brokerscope.api.message.Bytes;
import dev.brokerscope.api.message.Header;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.archive.StoredCuts.Cut;
import dev.brokerscope.archive.ContentHasher;
import dev.brokerscope.archive.ContentMask;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/// Counts and hashes what one side of a channel gives. One thread.
final class SideTally {

    private final ContentHasher hasher;
    private final boolean ordered;
    private final MessageDigest channel;
    private final long[] sum = new long[4];
    private int partitions;
    private long messages;
    private long tombstones;
    private long bytes;
    private long holes;

    /// @param ordered else the hash is a sum that does not depend on the order
    SideTally(dev.brokerscope.api.message.AttributeSchema attributes, ContentMask mask, boolean ordered) {
        this.hasher = new ContentHasher(attributes, mask);
        this.ordered = ordered;
        try {
            this.channel = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    void add(Message message) {
        messages++;
        tombstones += message.valueSize() < 0 ? 1 : 0;
        bytes += Math.max(0, message.keySize()) + (long) Math.max(0, message.valueSize());
        for (Header header : message.headers().list()) {
            bytes += header.name().size() + header.value().map(Bytes::size).orElse(0);
        }
        hasher.add(message);
        if (!ordered) {
            addToSum(hasher.cut());
        }
    }

    /// Counts blocks that need not be read; their contents count by the hashes that they state.
    void add(int number, List<Cut> cuts) {
        for (Cut cut : cuts) {
            messages += cut.count();
            tombstones += cut.tombstones();
            bytes += cut.bytes();
            channel.update(ByteBuffer.allocate(12).putInt(number).putLong(cut.count()).flip());
            cut.hash().update(channel);
        }
    }

    /// What was counted, before a partition.
    record Mark(int partitions, long messages, long tombstones, long bytes, long holes) {}

    Mark mark() {
        return new Mark(partitions, messages, tombstones, bytes, holes);
    }

    /// Takes back what was counted since; not what was hashed.
    void reset(Mark mark) {
        partitions = mark.partitions();
        messages = mark.messages();
        tombstones = mark.tombstones();
        bytes = mark.bytes();
        holes = mark.holes();
    }

    /// Closes a partition; empty ones leave no trace in the hash.
    void endPartition(int number, long holesInIt) {
        partitions++;
        holes += holesInIt;
        if (ordered && hasher.count() > 0) {
            channel.update(ByteBuffer.allocate(12).putInt(number).putLong(hasher.count()).flip());
            hasher.cut().update(channel);
        }
    }

    ChannelDiff.Side result() {
        if (!ordered) {
            ByteBuffer words = ByteBuffer.allocate(32);
            for (long word : sum) {
                words.putLong(word);
            }
            channel.update(words.flip());
        }
        return new ChannelDiff.Side(partitions, messages, tombstones, bytes, holes, Bytes.wrap(channel.digest()));
    }

    /// 256-bit addition: the same for any order, and different where a message is missing or doubled.
    private void addToSum(Bytes hash) {
        ByteBuffer words = hash.buffer();
        long carry = 0;
        for (int i = 3; i >= 0; i--) {
            long word = words.getLong(i * 8);
            long partial = sum[i] + word;
            long carried = Long.compareUnsigned(partial, word) < 0 ? 1 : 0;
            long total = partial + carry;
            carry = carried + (Long.compareUnsigned(total, partial) < 0 ? 1 : 0);
            sum[i] = total;
        }
    }
}
