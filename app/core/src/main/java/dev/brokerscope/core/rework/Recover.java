package dev.brokerscope.core.rework;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.message.Position;
import dev.brokerscope.archive.RunState;
import dev.brokerscope.archive.salvage.Salvage;
import dev.brokerscope.core.job.JobContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Stream;

/// Takes what a damaged archive still holds into a new one, and says exactly what is missing: first every row that can
/// still be read, then of these every block whose messages match their hash. Runs keep their ids, so that copies of one
/// archive that are damaged in different places can be merged.
public final class Recover {

    private final ReworkTools tools;

    public Recover(ReworkTools tools) {
        this.tools = tools;
    }

    /// @throws FaultException `UNSUPPORTED` where nothing can be recovered, `REFUSED` where the output exists,
    /// `WRONG_KEY` where it is encrypted and there is no key
    public ReworkReport run(RecoverPlan plan, JobContext job) throws FaultException, InterruptedException {
        long start = System.nanoTime();
        NewArchive.demandFree(plan.output());
        List<Path> volumes = volumes(plan.input());
        tools.audit().record("archive.recover", plan.output().toString(), Map.of("from", plan.input().toString()));
        List<String> remarks = new ArrayList<>();
        try (WorkFolder work = WorkFolder.beside(plan.output())) {
            List<ReworkSource> sources = new ArrayList<>();
            try {
                for (Path volume : volumes) {
                    job.pausePoint();
                    job.progress().phase("Reading rows of " + volume.getFileName());
                    salvage(volume, work.folder(sources.size()), sources, remarks);
                }
                return recovered(plan, sources, remarks, start, job);
            } finally {
                sources.forEach(ReworkSource::close);
            }
        }
    }

    private static List<Path> volumes(Path input) throws FaultException {
        if (!Files.isDirectory(input)) {
            if (!Files.exists(input)) {
                throw new FaultException(FaultKind.NOT_FOUND, "archive.missing", "There is no file " + input + ".",
                        "Check the path.");
            }
            return List.of(input);
        }
        try (Stream<Path> files = Files.list(input)) {
            return files.filter(f -> f.toString().endsWith(".msgdb") || f.toString().endsWith(".msgdb.partial"))
                    .sorted().toList();
        } catch (IOException e) {
            throw new FaultException(FaultKind.FILE_ACCESS, "recover.folder", input + " cannot be read.",
                    "Check whether you may read it.", e);
        }
    }

    private void salvage(Path volume, Path folder, List<ReworkSource> sources, List<String> remarks)
            throws FaultException, InterruptedException {
        try {
            Salvage salvage = Salvage.take(volume, folder);
            salvage.remarks().forEach(r -> remarks.add(volume.getFileName() + ": " + r));
            sources.add(tools.salvaged(salvage.work()));
        } catch (FaultException e) {
            if (e.kind() != FaultKind.CORRUPT) {
                throw e;
            }
            remarks.add(volume.getFileName() + " gives nothing: " + e.fault().message());
        }
    }

    private ReworkReport recovered(RecoverPlan plan, List<ReworkSource> sources, List<String> remarks, long start,
            JobContext job) throws FaultException, InterruptedException {
        List<SourceRun> runs = united(sources);
        if (runs.isEmpty()) {
            throw nothing(plan, remarks);
        }
        NewArchive.announce(runs, job);
        SalvageReading reading = new SalvageReading();
        ReworkReport.Made made = new NewArchive(plan.output(), tools, job).reading(reading).write(runs,
                MessageEdit.NONE, List.of());
        List<ReworkReport.Lost> lost = new ArrayList<>(reading.lost());
        if (made.messages() == 0 && (!lost.isEmpty() || !remarks.isEmpty())) {
            delete(plan.output());
            throw nothing(plan, remarks);
        }
        runs.forEach(r -> unwritten(r, lost));
        if (lost.isEmpty() && remarks.stream().anyMatch(r -> r.contains("lost") || r.contains("nothing"))) {
            remarks.add("All messages that are known of came along; what is said above may hide others.");
        }
        return new ReworkReport("recover", List.of(plan.input()), List.of(made), lost, remarks,
                Duration.ofNanos(System.nanoTime() - start));
    }

    /// What a backup that broke off had still to read.
    private static void unwritten(SourceRun run, List<ReworkReport.Lost> lost) {
        if (run.run().state() != RunState.RUNNING) {
            return;
        }
        Map<String, Piece> last = new LinkedHashMap<>();
        run.pieces().forEach(p -> last.put(p.original() + "/" + p.partition(), p));
        for (Piece piece : last.values()) {
            if (piece.end().isPresent() && piece.next().compareTo(piece.end().get()) < 0) {
                lost.add(new ReworkReport.Lost(piece.original(), piece.next(), piece.end().get(),
                        OptionalLong.empty(), "the backup broke off before"));
            }
        }
    }

    private static FaultException nothing(RecoverPlan plan, List<String> remarks) {
        return new FaultException(FaultKind.UNSUPPORTED, "recover.nothing",
                "Nothing can be recovered from " + plan.input() + ".",
                remarks.isEmpty() ? "Take another copy if there is one." : String.join(" ", remarks));
    }

    private static void delete(Path file) throws FaultException {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new FaultException(FaultKind.FILE_ACCESS, "recover.delete", file + " cannot be deleted.", "", e);
        }
    }

    /// One run of what several volumes hold of it; what two hold is taken from the first.
    private static List<SourceRun> united(List<ReworkSource> sources) throws FaultException {
        Map<UUID, List<SourceRun>> runs = new LinkedHashMap<>();
        for (ReworkSource source : sources) {
            for (SourceRun run : SourceRun.all(source)) {
                runs.computeIfAbsent(run.run().id(), _ -> new ArrayList<>()).add(run);
            }
        }
        List<SourceRun> united = new ArrayList<>();
        for (List<SourceRun> same : runs.values()) {
            Map<String, List<Piece>> partitions = new LinkedHashMap<>();
            same.stream().flatMap(r -> r.pieces().stream()).sorted(Comparator.comparing(Piece::from)).forEach(
                    p -> partitions.computeIfAbsent(p.original() + "/" + p.partition(), _ -> new ArrayList<>())
                            .add(p));
            List<Piece> pieces = partitions.values().stream().flatMap(p -> apart(p).stream()).toList();
            united.add(same.getLast().with(pieces, same.size() == 1));
        }
        united.sort(Comparator.comparingLong(r -> r.run().startedAt()));
        return united;
    }

    private static List<Piece> apart(List<Piece> pieces) {
        List<Piece> apart = new ArrayList<>();
        for (Piece piece : pieces) {
            Position behind = apart.isEmpty() ? piece.from() : apart.getLast().next();
            Piece rest = piece.between(behind, piece.next());
            if (apart.isEmpty() || !rest.isEmpty()) {
                apart.add(rest);
            }
        }
        return apart;
    }
}
