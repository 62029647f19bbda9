package dev.brokerscope.core.diff;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.message.Position;
import dev.brokerscope.archive.ContentMask;
import dev.brokerscope.archive.StoredCuts;
import dev.brokerscope.archive.StoredCuts.Cut;
import dev.brokerscope.core.slice.SliceResolver.Range;
import java.util.List;
import java.util.Optional;

/// Two archives, block against block by the hashes that they state: blocks that are equal from the beginning on are not
/// inflated, and behind the first difference blocks are only counted.
///
/// @param equal how many blocks at the beginning are the same on both sides
record CutWalk(Side a, Side b, int equal) {

    /// @param cuts those in the range
    /// @param dense whether what lies between them is known to hold nothing
    record Side(Range range, List<Cut> cuts, boolean dense) {

        /// What is left behind the first so many blocks.
        Range behind(int blocks) {
            return blocks == 0 ? range : new Range(cuts.get(blocks - 1).next(), range.end());
        }

        long messages() {
            return cuts.stream().mapToLong(Cut::count).sum();
        }

        /// Positions without a message before what is behind the first so many blocks, or in all of the range.
        long holes(int blocks) {
            Position end = blocks == cuts.size() ? range.end().orElse(range.begin()) : behind(blocks).begin();
            long messages = cuts.subList(0, blocks).stream().mapToLong(Cut::count).sum();
            return dense && range.begin().hi() == end.hi() ? Math.max(0, end.lo() - range.begin().lo() - messages) : 0;
        }
    }

    /// Absent where a side states no hashes, or where hashes do not say what is asked: then all messages are read.
    static Optional<CutWalk> of(Compared a, Range rangeA, Compared b, Range rangeB, ContentMask mask,
            Alignment alignment) throws FaultException {
        if (!mask.equals(ContentMask.ALL) || alignment == Alignment.UNORDERED) {
            return Optional.empty();
        }
        Optional<Side> sideA = side(a, rangeA);
        Optional<Side> sideB = sideA.isEmpty() ? Optional.empty() : side(b, rangeB);
        if (sideA.isEmpty() || sideB.isEmpty()) {
            return Optional.empty();
        }
        List<Cut> left = sideA.get().cuts();
        List<Cut> right = sideB.get().cuts();
        int equal = 0;
        while (equal < left.size() && equal < right.size()
                && same(left.get(equal), right.get(equal), alignment)) {
            equal++;
        }
        return Optional.of(new CutWalk(sideA.get(), sideB.get(), equal));
    }

    /// Whether no message needs to be read.
    boolean allEqual() {
        return equal == a.cuts().size() && equal == b.cuts().size();
    }

    /// Where positions count and a block has holes, only its messages tell where these are.
    private static boolean same(Cut a, Cut b, Alignment alignment) {
        boolean contents = a.count() == b.count() && a.hash().equals(b.hash());
        return contents && (alignment == Alignment.BY_ORDER || a.first().equals(b.first())
                && a.next().equals(b.next()) && a.holes() == 0 && b.holes() == 0);
    }

    /// Absent where the range cuts through a block, or the side has no such partition.
    private static Optional<Side> side(Compared side, Range range) throws FaultException {
        Optional<StoredCuts> stored = side.side().session().extension(StoredCuts.class);
        if (stored.isEmpty() || range.end().isEmpty()) {
            return Optional.empty();
        }
        Position end = range.end().get();
        try {
            List<Cut> inside = stored.get().cuts(side.channel(), range.partition()).stream()
                    .filter(c -> c.next().compareTo(range.begin()) > 0 && c.first().compareTo(end) < 0).toList();
            boolean whole = inside.stream()
                    .allMatch(c -> c.first().compareTo(range.begin()) >= 0 && c.next().compareTo(end) <= 0);
            return whole ? Optional.of(new Side(range, inside, stored.get().dense(side.channel()))) : Optional.empty();
        } catch (FaultException e) {
            if (e.kind() == FaultKind.NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
