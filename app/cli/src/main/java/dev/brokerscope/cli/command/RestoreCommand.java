package dev.brokerscope.cli.command;

import dev.brokerscope.api.broker.BrokerPlugin;
import dev.brokerscope.api.broker.WritableSession;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.cli.run.Run;
import dev.brokerscope.cli.run.CommonOptions;
import dev.brokerscope.cli.option.NamingOptions;
import dev.brokerscope.cli.option.RangeOptions;
import dev.brokerscope.cli.option.RestoreOptions;
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
import dev.brokerscope.core.restore.RestoreReport;
import dev.brokerscope.core.restore.RestoreTarget;
import dev.brokerscope.core.slice.CommandText;
import dev.brokerscope.core.slice.Slice;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    @Parameters(index = "0", arity = "0..1", paramLabel = "ARCHIVE", description = "The archive to restore.")
    Optional<Path> given = Optional.empty();

    @Parameters(index = "1..*", arity = "0..*", paramLabel = "SLICE", description = "Only these channels or slices.")
    List<String> slices = new ArrayList<>();

    @Option(names = "--dry-run", description = "Shows plan, preflight and fidelity; writes nothing, needs no --write.")
    boolean dryRun;

    @Mixin
    RestoreOptions options = new RestoreOptions();

    @Option(names = "--undo", paramLabel = "REPORT",
            description = "Instead of restoring: deletes what the restore of this report (.json) created, unless others "
                    + "wrote into it since. Needs --yes.")
    Optional<Path> undo = Optional.empty();

    @Option(names = "--report", paramLabel = "FILE", description = "Writes the report: .html, .json or text.")
    Optional<Path> report = Optional.empty();

    @Override
    public CommonOptions common() {
        return common;
    }

    @Override
    public ExitCode run(Run run) throws FaultException, InterruptedException {
        if (undo.isPresent()) {
            return new RestoreUndo(run, target, write).run(undo.get(), dryRun, options.yes());
        }
        Path archive = given.orElseThrow(() -> new FaultException(FaultKind.USAGE, "restore.no-archive",
                "No archive was named.", "Give the .msgdb to restore, or --undo with the report of a restore."));
        if (archive.toString().endsWith(".jsonl")) {
            return importLines(run, archive);
        }
        return restore(run, archive);
    }

    private ExitCode restore(Run run, Path archive) throws FaultException, InterruptedException {
        Connection to = target.connection(run);
        WritePermit permit = write.permit("restore of " + archive);
        if (!dryRun) {
            demand(run, to, permit);
        }
        try (OpenConnection source = run.engine().connector().openArchive(archive)) {
            List<Slice> chosen = SliceWords.of(run, source, slices, range);
            if (dryRun) {
                try (OpenConnection open = SourceOptions.open(run, to)) {
                    return rehearse(run, source, target(run, open), plan(archive, chosen, open.session().clusterId()));
                }
            }
            try (WritableSession session = run.engine().writeGate().open(to, permit)) {
                return restore(run, source, target(run, to, session), session,
                        plan(archive, chosen, session.clusterId()));
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

    private RestorePlan plan(Path archive, List<Slice> chosen, Optional<String> clusterId) throws FaultException {
        return options.on(RestorePlan.of(archive, clusterId).only(chosen).named(naming.naming()));
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
        Path journals = run.engine().places().state().resolve("restore");
        Restore restore = new Restore(source.archive().orElseThrow(), to, session, journals);
        JobRequest request = new JobRequest(JobKind.RESTORE, String.valueOf(plan.archive().getFileName()),
                "Restore into " + to.label());
        RestoreReport done = new JobRunner(run).await(request, job -> restore.run(plan, job));
        if (report.isPresent()) {
            WholeFile.write(report.get(), text(report.get().toString(), done));
        }
        run.out().line(run.json() ? Json.pretty(done.json()) : done.text());
        run.remark("To take it back: " + new CommandText("restore", "--undo",
                journals.resolve(plan.id()).resolve("report.json").toString())
                .addAll(targetWords(target.connection(run)))
                .add("--dry-run").text());
        return ExitCode.of(done.outcome());
    }

    private static String text(String file, RestoreReport done) {
        return file.endsWith(".html") ? done.html()
                : file.endsWith(".json") ? Json.pretty(done.json()) + "\n" : done.text() + "\n";
    }

    private ExitCode importLines(Run run, Path archive) throws FaultException, InterruptedException {
        if (dryRun || !slices.isEmpty() || range.given()) {
            throw new FaultException(FaultKind.USAGE, "restore.jsonl",
                    "A .jsonl is restored whole: no --dry-run, no slices, no range.", "Restore an archive instead.");
        }
        ImportPlan plan = new ImportPlan(List.of(archive), Optional.empty(), naming.naming(),
                options.partitioning(), options.appends());
        return new LinesImport(run).run(target.connection(run), write.permit("restore of " + archive), plan);
    }
}
