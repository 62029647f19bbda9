package dev.brokerscope.cli.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.archive.Archive;
import dev.brokerscope.archive.Verification;
import dev.brokerscope.cli.run.Run;
import dev.brokerscope.cli.run.CommonOptions;
import dev.brokerscope.cli.output.ExitCode;
import dev.brokerscope.cli.output.Json;
import dev.brokerscope.cli.output.SafeText;
import dev.brokerscope.core.job.Amounts;
import dev.brokerscope.core.job.JobKind;
import dev.brokerscope.core.job.JobReport;
import dev.brokerscope.core.job.JobRequest;
import dev.brokerscope.core.job.Outcome;
import dev.brokerscope.core.job.Progress;
import dev.brokerscope.api.channel.Count;
import java.nio.file.Path;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "verify", description = "Checks whether an archive is whole. Exit code 4 where it is not.",
        footerHeading = "%nExamples:%n", optionListHeading = "%nOptions:%n", parameterListHeading = "%nArguments:%n")
final class VerifyCommand implements CliCommand {

    private static final int TOLD = 20;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "ARCHIVE", description = "The file.")
    Path archive = Path.of("");

    @Option(names = "--quick", description = "Only the manifest: seal, root hash, arithmetic.")
    boolean quick;

    @Option(names = "--full", description = "Every bit of the file (what is done unless said).")
    boolean full;

    @Option(names = "--deep", description = "Every message is unpacked and hashed anew: finds forgeries too.")
    boolean deep;

    /// A check as a job's report.
    private record Checked(Verification verification) implements JobReport {
        @Override
        public Outcome outcome() {
            return verification.state() == Verification.State.DAMAGED ? Outcome.DAMAGED : Outcome.COMPLETE;
        }

        @Override
        public String summary() {
            return sentence(verification);
        }

        @Override
        public ObjectNode json() {
            ObjectNode root = Json.object();
            root.put("archive", verification.file().toString()).put("level", Json.word(verification.level()));
            root.put("state", Json.word(verification.state())).put("blocks", verification.blocks());
            root.put("messages", verification.messages()).put("bytes", verification.bytes());
            var problems = root.putArray("problems");
            verification.problems().forEach(p -> {
                var problem = problems.addObject().put("code", p.code()).put("message", p.message());
                problem.put("channel", p.channel().map(c -> c.text()).orElse(null));
            });
            return root;
        }
    }

    @Override
    public CommonOptions common() {
        return common;
    }

    @Override
    public ExitCode run(Run run) throws FaultException, InterruptedException {
        if (Stream.of(quick, full, deep).filter(b -> b).count() > 1) {
            throw new FaultException(FaultKind.USAGE, "verify.levels", "--quick, --full and --deep exclude each other.",
                    "Give one of them.");
        }
        Verification.Level level = deep ? Verification.Level.DEEP
                : quick ? Verification.Level.QUICK : Verification.Level.FULL;
        JobRequest request = new JobRequest(JobKind.VERIFY, String.valueOf(archive.getFileName()),
                "Check of " + archive);
        Checked checked = new JobRunner(run).await(request, job -> {
            job.progress().phase("Checking");
            return new Checked(Archive.verify(archive, level, bytes(job.progress())));
        });
        print(checked, run);
        return ExitCode.of(checked.outcome());
    }

    /// Work is told in bytes, which is what a check has.
    private static Verification.Listener bytes(Progress progress) {
        long[] before = {0};
        return (done, total) -> {
            progress.total(Count.exact(total));
            progress.add(done - before[0], 0);
            before[0] = done;
        };
    }

    private static void print(Checked checked, Run run) {
        if (run.json()) {
            run.out().line(Json.pretty(checked.json()));
            return;
        }
        run.out().line(checked.summary());
        var problems = checked.verification().problems();
        problems.stream().limit(TOLD).forEach(p -> run.out().line("  " + p.code() + ": " + SafeText.of(p.message())));
        if (problems.size() > TOLD) {
            run.out().line("  … and " + (problems.size() - TOLD) + " more; --json lists all.");
        }
    }

    static String sentence(Verification v) {
        String looked = " (" + Json.word(v.level()) + ": " + Amounts.of(v.messages(), "message") + " in "
                + Amounts.of(v.blocks(), "block") + ", " + Amounts.bytes(v.bytes()) + " read)";
        return switch (v.state()) {
            case SOUND -> v.file().getFileName() + " is whole" + looked + ".";
            case UNFINISHED -> v.file().getFileName() + " is not sealed; what is there is whole" + looked + ".";
            case DAMAGED -> v.file().getFileName() + " is damaged: " + Amounts.of(v.problems().size(), "problem")
                    + looked + ".";
        };
    }
}
