package dev.brokerscope.cli.command;

import dev.brokerscope.api.broker.BrokerPlugin;
import dev.brokerscope.api.broker.WritableSession;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.cli.option.SourceOptions;
import dev.brokerscope.cli.option.WriteOptions;
import dev.brokerscope.cli.output.ExitCode;
import dev.brokerscope.cli.output.Json;
import dev.brokerscope.cli.output.SafeText;
import dev.brokerscope.cli.run.CommonOptions;
import dev.brokerscope.cli.run.Run;
import dev.brokerscope.core.connection.Connection;
import dev.brokerscope.core.connection.WritePermit;
import dev.brokerscope.core.drill.Drill;
import dev.brokerscope.core.drill.DrillPlan;
import dev.brokerscope.core.drill.DrillReport;
import dev.brokerscope.core.drill.Leftover;
import dev.brokerscope.core.drill.Scratch;
import dev.brokerscope.core.job.JobKind;
import dev.brokerscope.core.job.JobRequest;
import dev.brokerscope.core.place.WholeFile;
import dev.brokerscope.core.restore.RestoreTarget;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "drill", description = {
    "Proves that an archive can be restored: checks it deeply, restores it into scratch channels, compares, removes them.",
    "Without -c it restores into memory, in portions that fit: that proves the archive. With -c it proves the broker too. "
            + "Exit code 4 for damage, 6 for a difference, 3 where something was refused or the archive is unfinished."},
        footerHeading = "%nExamples:%n", optionListHeading = "%nOptions:%n", parameterListHeading = "%nArguments:%n")
final class DrillCommand implements CliCommand {

    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    SourceOptions target = new SourceOptions();

    @Mixin
    WriteOptions write = new WriteOptions();

    @Parameters(paramLabel = "ARCHIVE", arity = "0..1", description = "A file, or the folder of a set.")
    Optional<Path> archive = Optional.empty();

    @Option(names = "--replication", paramLabel = "N",
            description = "Copies of the scratch channels, instead of the source's.")
    Optional<Integer> replication = Optional.empty();

    @Option(names = "--report", paramLabel = "FILE", description = "Writes the report: .html, .json or text.")
    Optional<Path> report = Optional.empty();

    @Option(names = "--clean", description = "Only removes what earlier drills left on the connection.")
    boolean clean;

    @Override
    public CommonOptions common() {
        return common;
    }

    @Override
    public ExitCode run(Run run) throws FaultException, InterruptedException {
        if (clean == archive.isPresent()) {
            throw new FaultException(FaultKind.USAGE, "drill.archive",
                    clean ? "--clean takes no archive." : "The archive is missing.",
                    "Give drill ARCHIVE, or drill --clean -c CONNECTION --write.");
        }
        if (!target.given()) {
            if (clean) {
                throw new FaultException(FaultKind.USAGE, "drill.clean", "--clean needs a connection.",
                        "Give the one that the drill ran on with -c NAME.");
            }
            return inProcess(run, archive.get());
        }
        Connection to = target.connection(run);
        WritePermit permit = write.permit(archive.map(a -> "drill of " + a).orElse("removal of old drills"));
        try (WritableSession session = run.engine().writeGate().open(to, permit)) {
            Drill drill = drill(run, Scratch.on(to.name(), scratch(run, to, session), session));
            return clean ? clean(run, drill) : drill(run, drill, archive.orElseThrow());
        }
    }

    private ExitCode inProcess(Run run, Path file) throws FaultException, InterruptedException {
        Connection memory = run.engine().connector().scratch("drill-" + UUID.randomUUID())
                .orElseThrow(() -> new FaultException(FaultKind.UNSUPPORTED, "drill.no-scratch",
                        "No plugin is installed that can restore into memory.",
                        "Give a broker to restore into with -c NAME --write."));
        try (WritableSession session =
                run.engine().writeGate().open(memory, WritePermit.unlocked("drill of " + file))) {
            return drill(run, drill(run, Scratch.inProcess(scratch(run, memory, session), session)), file);
        }
    }

    private static RestoreTarget scratch(Run run, Connection to, WritableSession session) throws FaultException {
        BrokerPlugin plugin = run.engine().connector().known(to.broker());
        return new RestoreTarget(to.broker(), to.name(), plugin.descriptor().kinds(), session);
    }

    private static Drill drill(Run run, Scratch scratch) {
        return new Drill(scratch, run.engine().places().state().resolve("drills"));
    }

    private ExitCode drill(Run run, Drill drill, Path file) throws FaultException, InterruptedException {
        for (Leftover old : drill.leftovers()) {
            run.remark("A drill of " + old.archive() + " begun " + run.timeText().of(old.started().toEpochMilli())
                    + " could not remove its channels " + old.prefix() + "*; to do it: brokerscope drill --clean -c "
                    + old.connection() + " --write");
        }
        target.unlock(run);
        DrillPlan plan = DrillPlan.of(file).opened(run.engine().archiveKeys().keys(file)).replicated(replication);
        DrillReport done = new JobRunner(run).await(
                new JobRequest(JobKind.DRILL, String.valueOf(file.getFileName()), "Restore drill of " + file),
                job -> drill.run(plan, job));
        if (report.isPresent()) {
            WholeFile.write(report.get(), text(report.get().toString(), done));
        }
        run.out().line(run.json() ? Json.pretty(done.json()) : done.text());
        return ExitCode.of(done.outcome());
    }

    private static ExitCode clean(Run run, Drill drill) throws FaultException, InterruptedException {
        List<Leftover> old = drill.leftovers();
        List<String> left = new ArrayList<>();
        for (Leftover leftover : old) {
            left.addAll(drill.clean(leftover));
        }
        if (run.json()) {
            var root = Json.object().put("drills", old.size());
            left.forEach(root.putArray("left")::add);
            run.out().line(Json.pretty(root));
        } else {
            run.out().line(old.isEmpty() ? "Nothing was left behind." : "Removed what " + old.size()
                    + (old.size() == 1 ? " drill" : " drills") + " left behind.");
            left.forEach(l -> run.out().line("  not removed: " + SafeText.of(l)));
        }
        return left.isEmpty() ? ExitCode.DONE : ExitCode.INCOMPLETE;
    }

    private static String text(String file, DrillReport done) {
        return file.endsWith(".html") ? done.html()
                : file.endsWith(".json") ? Json.pretty(done.json()) + "\n" : done.text() + "\n";
    }
}
