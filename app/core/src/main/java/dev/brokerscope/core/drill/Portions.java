package dev.brokerscope.core.drill;

import dev.brokerscope.api.broker.Session;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.message.Position;
import dev.brokerscope.archive.Archive;
import dev.brokerscope.archive.ArchiveContents;
import dev.brokerscope.archive.BlockExtent;
import dev.brokerscope.core.slice.Bound;
import dev.brokerscope.core.slice.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/// Cuts an archive into portions that a scratch broker can hold, one after the other: whole channels while they fit, else
/// whole partitions, else runs of blocks. Together they are everything.
///
/// @param room bytes of a portion; absent for one portion
record Portions(Archive archive, Session session, OptionalLong room) {

    List<List<Slice>> of(ArchiveContents contents) throws FaultException {
        List<List<Slice>> portions = new ArrayList<>();
        List<Slice> current = new ArrayList<>();
        long filled = 0;
        for (ArchiveContents.Channel channel : contents.channels()) {
            long size = channel.partitions().stream().mapToLong(Portions::size).sum();
            if (fits(size)) {
                if (!fits(filled + size)) {
                    portions.add(List.copyOf(current));
                    current.clear();
                    filled = 0;
                }
                current.add(Slice.whole(channel.id()));
                filled += size;
            } else {
                large(channel, portions);
            }
        }
        if (!current.isEmpty()) {
            portions.add(List.copyOf(current));
        }
        return portions;
    }

    private void large(ArchiveContents.Channel channel, List<List<Slice>> portions) throws FaultException {
        for (ArchiveContents.Partition partition : channel.partitions()) {
            Slice whole = Slice.whole(channel.id()).only(Set.of(partition.number()));
            if (fits(size(partition))) {
                portions.add(List.of(whole));
            } else {
                cut(channel.id(), partition.number(), whole, portions);
            }
        }
    }

    /// At least one block each, however large it is.
    private void cut(ChannelId channel, int partition, Slice whole, List<List<Slice>> portions)
            throws FaultException {
        Bound from = Bound.OPEN;
        long filled = 0;
        for (BlockExtent block : archive.blocks(channel, partition)) {
            long size = block.bytes() + block.count() * Scratch.PER_MESSAGE;
            if (filled > 0 && !fits(filled + size)) {
                Bound to = at(block.first());
                portions.add(List.of(whole.between(from, to)));
                from = to;
                filled = 0;
            }
            filled += size;
        }
        portions.add(List.of(whole.between(from, Bound.OPEN)));
    }

    private Bound at(Position position) {
        return new Bound.At(session.notation(position));
    }

    private boolean fits(long size) {
        return room.isEmpty() || size <= room.getAsLong();
    }

    private static long size(ArchiveContents.Partition partition) {
        return partition.coverage().stream().mapToLong(c -> c.bytes() + c.messages() * Scratch.PER_MESSAGE).sum();
    }
}
