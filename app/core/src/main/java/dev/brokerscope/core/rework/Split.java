package dev.brokerscope.core.rework;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.message.Bytes;
import dev.brokerscope.core.job.JobContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// Cuts an archive into several. By run or channel each part is an archive of its own; by time or size the parts are the
/// volumes of one set, and the folder opens like the archive that it was made of. Nothing is left out.
public final class Split {

    private final ReworkTools tools;

    public Split(ReworkTools tools) {
        this.tools = tools;
    }

    /// One of the new files.
    ///
    /// @param name without `.msgdb`
    record Part(String name, List<SourceRun> runs) {}

    /// @throws FaultException `CORRUPT` where the input is damaged, `REFUSED` where the folder holds something
    public ReworkReport run(SplitPlan plan, JobContext job) throws FaultException, InterruptedException {
        long start = System.nanoTime();
        demandEmpty(plan.folder());
        job.progress().phase("Looking at " + plan.input().getFileName());
        try (ReworkSource source = tools.open(plan.input())) {
            List<SourceRun> runs = SourceRun.all(source);
            boolean set = plan.by() instanceof SplitPlan.By.Time || plan.by() instanceof SplitPlan.By.Size;
            List<Part> parts = new SplitParts(source, plan.input()).of(runs, plan.by());
            tools.audit().record("archive.split", plan.folder().toString(),
                    Map.of("from", plan.input().toString(), "parts", String.valueOf(parts.size())));
            NewArchive.announce(runs, job);
            List<ReworkReport.Made> made = write(plan.folder(), parts, set, job);
            return new ReworkReport("split", List.of(plan.input()), made, List.of(),
                    Duration.ofNanos(System.nanoTime() - start));
        }
    }

    private List<ReworkReport.Made> write(Path folder, List<Part> parts, boolean set, JobContext job)
            throws FaultException, InterruptedException {
        boolean fresh = !Files.exists(folder);
        List<ReworkReport.Made> made = new ArrayList<>();
        boolean done = false;
        try {
            Files.createDirectories(folder);
            UUID id = tools.options().ids().get();
            Optional<Bytes> previous = Optional.empty();
            for (Part part : parts) {
                NewArchive archive = new NewArchive(folder.resolve(part.name() + ".msgdb"), tools, job);
                if (set) {
                    archive.at(new NewArchive.Place(id, made.size() + 1L, previous));
                }
                made.add(archive.write(part.runs(), MessageEdit.NONE, List.of()));
                previous = archive.root();
            }
            done = true;
            return made;
        } catch (IOException e) {
            throw new FaultException(FaultKind.FILE_ACCESS, "split.folder", folder + " cannot be made.",
                    "Check whether you may write there.", e);
        } finally {
            if (!done) {
                discard(folder, made, fresh);
            }
        }
    }

    /// Parts without the others are worth nothing.
    private static void discard(Path folder, List<ReworkReport.Made> made, boolean fresh) {
        try {
            for (ReworkReport.Made part : made) {
                Files.deleteIfExists(part.file());
            }
            if (fresh) {
                Files.deleteIfExists(folder);
            }
        } catch (IOException e) {
            // what is left is valid, and the fault that led here says more
        }
    }

    private static void demandEmpty(Path folder) throws FaultException {
        boolean taken = Files.exists(folder);
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                taken = files.findAny().isPresent();
            } catch (IOException e) {
                throw new FaultException(FaultKind.FILE_ACCESS, "split.folder", folder + " cannot be read.",
                        "Check whether you may read it.", e);
            }
        }
        if (taken) {
            throw new FaultException(FaultKind.REFUSED, "output.exists", folder + " exists already and is not empty.",
                    "Choose another folder; nothing is ever overwritten.");
        }
    }
}
