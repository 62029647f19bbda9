package dev.brokerscope.core.rework;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.archive.ArchiveContents;
import dev.brokerscope.archive.RunFidelity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// A run of an archive that is taken over, whole or in part.
///
/// @param pieces in the order in which they are written: of one partition they follow each other without a space
/// between them, and may come from several archives that hold parts of the run
/// @param as its name in the new archive: a new one where its messages do not come along as they are
/// @param whole whether everything that the archive holds of the run comes along
record SourceRun(ReworkSource source, ArchiveContents.Run run, UUID as, RunFidelity fidelity, List<Piece> pieces,
        boolean whole) {

    SourceRun {
        pieces = List.copyOf(pieces);
    }

    /// All runs of an archive, the oldest first.
    static List<SourceRun> all(ReworkSource source) throws FaultException {
        List<SourceRun> runs = new ArrayList<>();
        for (ArchiveContents.Run run : source.contents().runs()) {
            List<Piece> pieces = pieces(source, run.id());
            Set<String> seen = new HashSet<>();
            for (Piece piece : pieces) {
                if (!seen.add(piece.original() + "/" + piece.partition())) {
                    throw new FaultException(FaultKind.UNSUPPORTED, "rework.incarnations", "The run " + run.id()
                            + " holds two incarnations of " + piece.original() + ".",
                            "Export its messages instead.");
                }
            }
            runs.add(new SourceRun(source, run, run.id(), run.fidelity(), pieces, true));
        }
        runs.sort(Comparator.comparingLong((SourceRun r) -> r.run().startedAt()).thenComparing(r -> r.run().id()));
        return runs;
    }

    private static List<Piece> pieces(ReworkSource source, UUID run) {
        List<Piece> pieces = new ArrayList<>();
        for (ArchiveContents.Channel channel : source.contents().channels()) {
            for (ArchiveContents.Partition partition : channel.partitions()) {
                List<ArchiveContents.Coverage> mine = partition.coverage().stream().filter(c -> c.run().equals(run))
                        .sorted(Comparator.comparing(ArchiveContents.Coverage::begin)).toList();
                if (!mine.isEmpty()) {
                    pieces.add(piece(source, channel, mine));
                }
            }
        }
        return pieces;
    }

    /// One of all volumes that hold a part.
    private static Piece piece(ReworkSource source, ArchiveContents.Channel channel,
            List<ArchiveContents.Coverage> parts) {
        return new Piece(source, channel.id(), channel.original(), parts.getFirst().begin(), parts.getLast().next(),
                parts.getLast().end(), parts.stream().mapToLong(ArchiveContents.Coverage::messages).sum(),
                channel.profile().dense(),
                parts.stream().flatMap(c -> c.gaps().stream()).toList());
    }

    /// The same run, of which only this comes along.
    SourceRun only(List<Piece> some) {
        return new SourceRun(source, run, as, fidelity, some, false);
    }

    /// The same with these pieces, and whether that is all that there is of it.
    SourceRun with(List<Piece> others, boolean all) {
        return new SourceRun(source, run, as, fidelity, others, all);
    }

    /// A run of its own, made of this one.
    SourceRun derived(UUID id, RunFidelity newFidelity) {
        RunFidelity least = newFidelity.compareTo(fidelity) > 0 ? newFidelity : fidelity;
        return new SourceRun(source, run, id, least, pieces, false);
    }

    boolean isDerived() {
        return !as.equals(run.id());
    }

    long messages() {
        return pieces.stream().mapToLong(Piece::messages).sum();
    }
}
