package dev.brokerscope.cli.command;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.archive.Archive;
import dev.brokerscope.archive.ContentMask;
import dev.brokerscope.cli.run.Run;
import dev.brokerscope.cli.option.ChannelPick;
import dev.brokerscope.cli.run.CommonOptions;
import dev.brokerscope.cli.option.NamingOptions;
import dev.brokerscope.cli.option.SourceOptions;
import dev.brokerscope.cli.output.ExitCode;
import dev.brokerscope.cli.output.Json;
import dev.brokerscope.cli.output.SafeText;
import dev.brokerscope.core.connection.Connection;
import dev.brokerscope.core.connection.OpenConnection;
import dev.brokerscope.core.diff.Diff;
import dev.brokerscope.core.diff.DiffPlan;
import dev.brokerscope.core.diff.DiffReport;
import dev.brokerscope.core.diff.DiffSide;
import dev.brokerscope.core.diff.DiffWords;
import dev.brokerscope.core.job.JobKind;
import dev.brokerscope.core.job.JobRequest;
import dev.brokerscope.core.slice.Naming;
import dev.brokerscope.core.slice.Slice;
import dev.brokerscope.core.slice.SliceText;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "diff", description = {"Compares channels message by message. Exit code 6 where they differ.",
    "A and B are archives or saved connections, with ::CHANNEL for one channel; an empty name (::) is the "
            + "connection of -c or --broker."},
        footerHeading = "%nExamples:%n", optionListHeading = "%nOptions:%n", parameterListHeading = "%nArguments:%n")
final class DiffCommand implements CliCommand {

    private static final String SEPARATOR = "::";

    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    SourceOptions source = new SourceOptions();

    @Mixin
    NamingOptions naming = new NamingOptions();

    @Parameters(index = "0", paramLabel = "A[::CHANNEL]", description = "One side.")
    String a = "";

    @Parameters(index = "1", paramLabel = "B[::CHANNEL]", description = "The other side.")
    String b = "";

    /// @param channel empty for all
    private record Side(String name, String channel) {
        static Side of(String words) {
            int at = words.indexOf(SEPARATOR);
            return at < 0
                    ? new Side(words, "")
                    : new Side(words.substring(0, at), words.substring(at + SEPARATOR.length()));
        }
    }

    @Override
    public CommonOptions common() {
        return common;
    }

    @Override
    public ExitCode run(Run run) throws FaultException, InterruptedException {
        Side left = Side.of(a);
        Side right = Side.of(b);
        source.unlock(run);
        try (OpenConnection openA = open(left, run); OpenConnection openB = open(right, run)) {
            DiffPlan plan = plan(run, left, right, openA);
            Diff diff = new Diff(new DiffSide(label(left, openA), openA.session()),
                    new DiffSide(label(right, openB), openB.session()));
            DiffReport report = new JobRunner(run).await(
                    new JobRequest(JobKind.DIFF, a + " and " + b, "Comparison"), job -> diff.run(plan, job));
            print(report, run);
            return ExitCode.of(report.outcome());
        }
    }

    private DiffPlan plan(Run run, Side left, Side right, OpenConnection openA)
            throws FaultException, InterruptedException {
        if (left.channel().isEmpty()) {
            if (!right.channel().isEmpty()) {
                throw new FaultException(FaultKind.USAGE, "diff.channels",
                        "B names the channel " + right.channel() + ", but A names none.",
                        "Name it on both sides: A::CHANNEL B::CHANNEL.");
            }
            return plan(List.of(), naming.naming());
        }
        ChannelPick pick = new ChannelPick(openA.session(), openA.connection().name());
        List<Slice> slices = pick.slices(SliceText.parse(left.channel(), run.times()), pick.all(true, false));
        Naming names = naming.naming();
        if (!right.channel().isEmpty() && slices.size() == 1) {
            names = names.renaming(slices.getFirst().channel().text(), right.channel());
        }
        return plan(slices, names);
    }

    private DiffPlan plan(List<Slice> slices, Naming names) throws FaultException {
        return new DiffPlan(slices, names, ContentMask.ALL, source.isolation(), source.consent());
    }

    private OpenConnection open(Side side, Run run) throws FaultException, InterruptedException {
        if (side.name().isEmpty()) {
            return source.open(run);
        }
        Connection connection = Archive.looksLikePath(side.name())
                ? Connection.ofArchive(side.name())
                : run.engine().connections().get(side.name());
        return SourceOptions.open(run, connection);
    }

    private static String label(Side side, OpenConnection open) {
        return side.name().isEmpty() ? open.connection().name() : side.name();
    }

    private static void print(DiffReport report, Run run) {
        if (run.json()) {
            run.out().line(Json.pretty(report.json()));
            return;
        }
        run.out().line(SafeText.of(report.summary()));
        report.channels().forEach(c -> run.out().line("  " + SafeText.of(DiffWords.sentence(c))));
        report.onlyA().forEach(c -> run.out().line("  " + c.text() + ": only in " + report.a()));
        report.onlyB().forEach(c -> run.out().line("  " + c.text() + ": only in " + report.b()));
    }
}
