package dev.brokerscope.core.rework;

import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.channel.Count;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.message.Bytes;
import dev.brokerscope.archive.ArchiveWriter;
import dev.brokerscope.archive.RunCopy;
import dev.brokerscope.archive.RunOutcome;
import dev.brokerscope.archive.RunState;
import dev.brokerscope.core.job.JobContext;
import dev.brokerscope.core.job.Note;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Writes runs of other archives into one new volume. It comes into being whole or not at all: what a fault or a
/// cancellation leaves is deleted, and what a kill leaves is replaced by the next run, since making it anew costs no more
/// than resuming. One thread.
final class NewArchive {

    private final Path target;
    private final Draft draft;
    private final ReworkTools tools;
    private final JobContext job;
    private final Map<ChannelId, ReworkTally> tallies = new LinkedHashMap<>();
    private Reading reading = NewArchive::proven;
    private Optional<Place> place = Optional.empty();
    private Optional<Bytes> root = Optional.empty();

    NewArchive(Path target, ReworkTools tools, JobContext job) {
        this.target = target;
        this.draft = new Draft(target);
        this.tools = tools;
        this.job = job;
    }

    /// How pieces are read.
    interface Reading {
        void read(Piece piece, PieceReader.Sink sink, JobContext job) throws FaultException, InterruptedException;
    }

    /// Where the archive stands in a set.
    ///
    /// @param previous root of the volume before it
    record Place(UUID set, long number, Optional<Bytes> previous) {}

    NewArchive reading(Reading other) {
        reading = other;
        return this;
    }

    NewArchive at(Place position) {
        place = Optional.of(position);
        return this;
    }

    /// Once it is written.
    Optional<Bytes> root() {
        return root;
    }

    /// What a run says of how it was made, beside what it said before.
    ///
    /// @param kind of the event: `filtered`
    record Remark(String kind, String detail) {}

    /// Refuses a name that is taken, or that no archive has.
    static void demandFree(Path target) throws FaultException {
        if (!String.valueOf(target.getFileName()).endsWith(".msgdb")) {
            throw new FaultException(FaultKind.USAGE, "output.name",
                    "The archive's name must end in .msgdb, not \"" + target + "\".", "Give --out FILE.msgdb.");
        }
        if (Files.exists(target)) {
            throw new FaultException(FaultKind.REFUSED, "output.exists", target + " exists already.",
                    "Choose another name; an archive is never overwritten.");
        }
        Path unfinished = Path.of(target + ".partial");
        if (Files.exists(unfinished)) {
            throw new FaultException(FaultKind.REFUSED, "output.unfinished",
                    "A backup that did not end left " + unfinished + ".",
                    "Finish it with backup --resume, choose another name, or delete it if you need nothing of it.");
        }
    }

    /// @param remarks are added to every run that is not what it was
    ReworkReport.Made write(List<SourceRun> runs, MessageEdit edit, List<Remark> remarks)
            throws FaultException, InterruptedException {
        if (runs.isEmpty()) {
            throw new FaultException(FaultKind.NOT_FOUND, "rework.no-run", "There is no run to take over.",
                    "Look at the archive with info.");
        }
        if (draft.clear()) {
            job.progress().note(Note.Level.INFO, "What an interrupted run left of " + draft.path() + " is replaced.");
        }
        ArchiveWriter writer = begin(copies(runs.getFirst()).getFirst());
        boolean sealed = false;
        try {
            for (SourceRun run : runs) {
                List<RunCopy> copies = copies(run);
                if (run != runs.getFirst()) {
                    writer.next(copies.getFirst());
                }
                for (RunCopy more : copies.subList(1, copies.size())) {
                    writer.also(more);
                }
                fill(writer, run, edit, remarks);
            }
            job.progress().phase("Sealing");
            root = Optional.of(writer.seal());
            sealed = true;
            draft.publish();
        } finally {
            if (!sealed) {
                writer.discard();
            }
        }
        return made(runs.size());
    }

    private ArchiveWriter begin(RunCopy first) throws FaultException {
        return place.isPresent()
                ? ArchiveWriter.create(draft.path(), place.get().set(), place.get().number(), place.get().previous(),
                        first, tools.program(), tools.options())
                : ArchiveWriter.create(draft.path(), first, tools.program(), tools.options());
    }

    /// One for each archive that the run's ranges begin in, that of the run itself first.
    private static List<RunCopy> copies(SourceRun run) {
        Map<ReworkSource, List<RunCopy.Range>> ranges = new LinkedHashMap<>();
        ranges.put(run.source(), new ArrayList<>());
        Map<String, List<Piece>> partitions = new LinkedHashMap<>();
        run.pieces().forEach(p -> partitions.computeIfAbsent(p.original() + "/" + p.partition(),
                _ -> new ArrayList<>()).add(p));
        for (List<Piece> pieces : partitions.values()) {
            Piece first = pieces.getFirst();
            ranges.computeIfAbsent(first.source(), _ -> new ArrayList<>())
                    .add(new RunCopy.Range(first.channel(), first.from(), pieces.getLast().end()));
        }
        return ranges.entrySet().stream().map(e -> new RunCopy(e.getKey().archive(), run.run().id(), run.as(),
                run.fidelity(), e.getValue(), run.whole())).toList();
    }

    private void fill(ArchiveWriter writer, SourceRun run, MessageEdit edit, List<Remark> remarks)
            throws FaultException, InterruptedException {
        if (run.isDerived()) {
            writer.event("derived", "from run " + run.run().id());
            for (Remark remark : remarks) {
                writer.event(remark.kind(), remark.detail());
            }
        }
        for (Piece piece : run.pieces()) {
            job.progress().phase("Writing " + piece.original());
            ReworkTally tally = tallies.computeIfAbsent(piece.original(), _ -> new ReworkTally(job.progress()));
            if (!piece.isEmpty()) {
                piece(writer, piece, run.isDerived() ? edit : MessageEdit.NONE, tally);
            }
            writer.skipTo(piece.original(), piece.next());
        }
        RunState state = run.run().state() == RunState.RUNNING ? RunState.INTERRUPTED : run.run().state();
        writer.finish(new RunOutcome(state, run.run().error()),
                run.run().finishedAt().orElse(tools.options().clock().millis()));
    }

    private void piece(ArchiveWriter writer, Piece piece, MessageEdit edit, ReworkTally tally)
            throws FaultException, InterruptedException {
        PieceWriter sink = new PieceWriter(writer, piece, edit, tally);
        reading.read(piece, sink, job);
        sink.flush();
    }

    /// Everything proven on the way: what is damaged ends the work.
    private static void proven(Piece piece, PieceReader.Sink sink, JobContext job)
            throws FaultException, InterruptedException {
        try (PieceReader reader = PieceReader.open(piece)) {
            boolean more = true;
            while (more) {
                job.pausePoint();
                more = reader.next(sink);
            }
        }
    }

    private ReworkReport.Made made(int runs) throws FaultException {
        List<ReworkReport.Channel> channels = new ArrayList<>();
        tallies.forEach((channel, tally) -> channels.add(new ReworkReport.Channel(channel, tally.messages(),
                tally.changed(), tally.dropped())));
        return new ReworkReport.Made(target, runs, channels, size(target));
    }

    static long size(Path file) throws FaultException {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new FaultException(FaultKind.FILE_ACCESS, "rework.size", file + " cannot be looked at.",
                    "Check the disk.", e);
        }
    }

    /// Tells the job how many messages there are to go through.
    static void announce(List<SourceRun> runs, JobContext job) {
        job.progress().total(Count.exact(runs.stream().mapToLong(SourceRun::messages).sum()));
    }
}
