package dev.brokerscope.core.rework;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.core.job.JobContext;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Makes one archive of the runs of several. What two of them hold of the same positions is taken once; where they hold
/// different messages nothing is made.
public final class Merge {

    private final ReworkTools tools;

    public Merge(ReworkTools tools) {
        this.tools = tools;
    }

    /// @throws FaultException `CORRUPT` where an input is damaged, `REFUSED` where the output exists or two inputs
    /// contradict each other
    public ReworkReport run(MergePlan plan, JobContext job) throws FaultException, InterruptedException {
        long start = System.nanoTime();
        NewArchive.demandFree(plan.output());
        List<ReworkSource> sources = new ArrayList<>();
        try {
            for (Path input : plan.inputs()) {
                job.progress().phase("Looking at " + input.getFileName());
                sources.add(tools.open(input));
            }
            job.progress().phase("Comparing what several hold");
            RunUnion union = new RunUnion(tools.options().ids(), job);
            for (ReworkSource source : sources) {
                union.add(SourceRun.all(source));
            }
            List<SourceRun> runs = union.runs();
            tools.audit().record("archive.merge", plan.output().toString(), Map.of("from",
                    plan.inputs().stream().map(Path::toString).collect(Collectors.joining(", "))));
            NewArchive.announce(runs, job);
            ReworkReport.Made made = new NewArchive(plan.output(), tools, job).write(runs, MessageEdit.NONE, List.of());
            return new ReworkReport("merge", plan.inputs(), List.of(made), union.remarks(),
                    Duration.ofNanos(System.nanoTime() - start));
        } finally {
            sources.forEach(ReworkSource::close);
        }
    }
}
