package dev.brokerscope.cli.command;

import dev.brokerscope.api.broker.BrokerPlugin;
import dev.brokerscope.api.broker.PublishRequest.Partitioning;
import dev.brokerscope.api.broker.WritableSession;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.cli.run.Run;
import dev.brokerscope.cli.run.CommonOptions;
import dev.brokerscope.cli.option.NamingOptions;
import dev.brokerscope.cli.option.RangeOptions;
import dev.brokerscope.cli.option.SourceOptions;
import dev.brokerscope.cli.option.WriteOptions;
import dev.brokerscope.cli.output.ExitCode;
import dev.brokerscope.cli.output.Json;
import dev.brokerscope.core.connection.Connection;
import dev.brokerscope.core.connection.OpenConnection;
import dev.brokerscope.core.connection.Stage;
import dev.brokerscope.core.connection.WritePermit;
import dev.brokerscope.core.export.ImportPlan;
import dev.brokerscope.core.job.JobKind;
import dev.brokerscope.core.job.JobRequest;
import dev.brokerscope.core.place.WholeFile;
import dev.brokerscope.core.restore.DryRun;
import dev.brokerscope.core.restore.Rehearsal;
import dev.brokerscope.core.restore.Restore;
import dev.brokerscope.core.restore.RestorePlan;
import dev.brokerscope.core.restore.RestorePlan.IntoExisting;
import dev.brokerscope.core.restore.RestoreReport;
import dev.brokerscope.core.restore.RestoreTarget;
import dev.brokerscope.core.slice.Slice;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "restore", description = "Writes an archive (or a .jsonl) into a broker, and compares what came out.",
        footerHeading = "%nExamples:%n", optionListHeading = "%nOptions:%n", parameterListHeading = "%nArguments:%n")
final class RestoreCommand implements CliCommand {

    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    SourceOptions target = new SourceOptions();

    @Mixin
    WriteOptions write = new WriteOptions();

    @Mixin
    NamingOptions naming = new NamingOptions();

    @Mixin
    RangeOptions range = new RangeOptions();

    @Parameters(index = "0", paramLabel = "ARCHIVE", description = "The file to restore.")
    Path archive = Path.of("");

    @Parameters(index = "1..*", arity = "0..*", paramLabel = "SLICE", description = "Only these channels or slices.")
    List<String> slices = new ArrayList<>();

    @Option(names = "--dry-run", description = "Shows plan, preflight and fidelity; writes nothing, needs no --write.")
    boolean dryRun;

    @Option(names = "--partitions", paramLabel = "HOW", defaultValue = "keep",
            description = "keep, by-key or one (default: ${DEFAULT-VALUE}).")
    PartitionWord partitions = PartitionWord.KEEP;

    @Option(names = "--into-existing", paramLabel = "HOW", defaultValue = "refuse",
            description = "Targets that hold messages: refuse or append (default: ${DEFAULT-VALUE}).")
    IntoExisting intoExisting = IntoExisting.REFUSE;

    @Option(names = "--no-create", description = "Does not create missing channels.")
    boolean noCreate;

    @Option(names = "--replication", paramLabel = "N",
            description = "Copies of created channels, instead of the source's.")
    Optional<Integer> replication = Optional.empty();

    @Option(names = "--groups", description = "Sets the positions of consumer groups too, translated.")
    boolean groups;

    @Option(names = "--no-compare", description = "Does not read the target back.")
    boolean noCompare;

    @Option(names = "--fix", paramLabel = "FINDING",
            description = "Creates channels with the setting that mends this finding of the preflight; repeatable.")
    Set<String> fixes = new LinkedHashSet<>();

    @Option(names = "--resume", description = "Continues an interrupted restore of the same plan.")
    boolean resume;

    @Option(names = "--report", paramLabel = "FILE", description = "Writes the report: .html, .json or text.")
    Optional<Path> report = Optional.empty();

    @Override
    public CommonOptions common() {
        return common;
    }

    @Override
    public ExitCode run(Run run) throws FaultException, InterruptedException {
        if (archive.toString().endsWith(".jsonl")) {
            return importLines(run);
        }
        Connection to = target.connection(run);
        WritePermit permit = write.permit("restore of " + archive);
        if (!dryRun) {
            demand(run, to, permit);
        }
        try (OpenConnection source = run.engine().connector().openArchive(archive)) {
            List<Slice> chosen = SliceWords.of(run, source, slices, range);
            if (dryRun) {
                try (OpenConnection open = SourceOptions.open(run, to)) {
                    return rehearse(run, source, target(run, open), plan(chosen, open.session().clusterId()));
                }
            }
            try (WritableSession session = run.engine().writeGate().open(to, permit)) {
                return restore(run, source, target(run, to, session), session,
                        plan(chosen, session.clusterId()));
            }
        } catch (InterruptedException e) {
            if (!dryRun) {
                run.remark("What was written stays; continue with the same command and --resume.");
            }
            throw e;
        }
    }

    private static void demand(Run run, Connection to, WritePermit permit) throws FaultException {
        Optional<FaultException> refusal = run.engine().writeGate().refusal(to, permit);
        if (refusal.isPresent()) {
            throw refusal.get();
        }
    }

    private RestorePlan plan(List<Slice> chosen, Optional<String> clusterId) throws FaultException {
        return RestorePlan.of(archive, clusterId).only(chosen).named(naming.naming())
                .partitioned(partitions.partitioning()).into(intoExisting, !noCreate).replicated(replication)
                .fixing(fixes).with(groups, !noCompare).resuming(resume);
    }

    private static RestoreTarget target(Run run, OpenConnection open) throws FaultException {
        BrokerPlugin plugin = run.engine().connector().known(open.connection().broker());
        return new RestoreTarget(open.connection().broker(), open.connection().name(), plugin.descriptor().kinds(),
                open.session());
    }

    private static RestoreTarget target(Run run, Connection to, WritableSession session) throws FaultException {
        BrokerPlugin plugin = run.engine().connector().known(to.broker());
        return new RestoreTarget(to.broker(), to.name(), plugin.descriptor().kinds(), session);
    }

    private ExitCode rehearse(Run run, OpenConnection source, RestoreTarget to, RestorePlan plan)
            throws FaultException, InterruptedException {
        DryRun played = new Rehearsal(source.archive().orElseThrow(), to).play(plan);
        if (run.json()) {
            run.out().line(Json.pretty(played.json()));
        } else {
            new DryRunText(run).print(played);
            run.out().line("");
            run.out().line("Nothing was written. To do it: "
                    + plan.command(targetWords(target.connection(run))));
        }
        return played.preflight().blocker().isPresent() ? ExitCode.REFUSED : ExitCode.DONE;
    }

    /// With the name typed out, where production demands it.
    private List<String> targetWords(Connection to) {
        List<String> words = new ArrayList<>(target.words(to));
        if (to.stage() == Stage.PRODUCTION) {
            words.addAll(List.of("--confirm", to.name()));
        }
        return words;
    }

    private ExitCode restore(Run run, OpenConnection source, RestoreTarget to, WritableSession session,
            RestorePlan plan) throws FaultException, InterruptedException {
        Restore restore = new Restore(source.archive().orElseThrow(), to, session,
                run.engine().places().state().resolve("restore"));
        JobRequest request = new JobRequest(JobKind.RESTORE, String.valueOf(archive.getFileName()),
                "Restore into " + to.label());
        RestoreReport done = new JobRunner(run).await(request, job -> restore.run(plan, job));
        if (report.isPresent()) {
            WholeFile.write(report.get(), text(report.get().toString(), done));
        }
        run.out().line(run.json() ? Json.pretty(done.json()) : done.text());
        return ExitCode.of(done.outcome());
    }

    private static String text(String file, RestoreReport done) {
        return file.endsWith(".html") ? done.html()
                : file.endsWith(".json") ? Json.pretty(done.json()) + "\n" : done.text() + "\n";
    }

    private ExitCode importLines(Run run) throws FaultException, InterruptedException {
        if (dryRun || !slices.isEmpty() || range.given()) {
            throw new FaultException(FaultKind.USAGE, "restore.jsonl",
                    "A .jsonl is restored whole: no --dry-run, no slices, no range.", "Restore an archive instead.");
        }
        ImportPlan plan = new ImportPlan(List.of(archive), Optional.empty(), naming.naming(),
                partitions.partitioning(), intoExisting == IntoExisting.APPEND);
        return new LinesImport(run).run(target.connection(run), write.permit("restore of " + archive), plan);
    }

    /// How the command line writes a partitioning.
    enum PartitionWord {
        KEEP, BY_KEY, ONE;

        Partitioning partitioning() {
            return switch (this) {
                case KEEP -> Partitioning.KEEP;
                case BY_KEY -> Partitioning.BY_KEY;
                case ONE -> Partitioning.ONE;
            };
        }

        @Override
        public String toString() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }
}
