package dev.brokerscope.cli.command;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.cli.option.NewArchiveOptions;
import dev.brokerscope.cli.output.ExitCode;
import dev.brokerscope.cli.run.CommonOptions;
import dev.brokerscope.cli.run.Run;
import dev.brokerscope.core.job.Amounts;
import dev.brokerscope.core.rework.Merge;
import dev.brokerscope.core.rework.MergePlan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "merge", description = {"Makes one archive of the runs of several.",
    "What two of them hold of the same positions is taken once; where they hold different messages there, nothing is made "
            + "(5) and the position is named. Copies of one archive that were recovered from different damage fill each "
            + "other's holes."},
        footerHeading = "%nExamples:%n", optionListHeading = "%nOptions:%n", parameterListHeading = "%nArguments:%n")
final class MergeCommand implements CliCommand {

    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    NewArchiveOptions made = new NewArchiveOptions();

    @Parameters(paramLabel = "ARCHIVE", arity = "1..*", description = "Files, or folders of sets.")
    List<Path> archives = new ArrayList<>();

    @Option(names = "--out", paramLabel = "FILE", required = true,
            description = "The archive to make; never overwritten.")
    Path out = Path.of("");

    @Override
    public CommonOptions common() {
        return common;
    }

    @Override
    public ExitCode run(Run run) throws FaultException, InterruptedException {
        Merge merge = new Merge(made.tools(run));
        MergePlan plan = new MergePlan(archives, out.toAbsolutePath().normalize());
        return ReworkRun.of(run, out, "Merge of " + Amounts.of(archives.size(), "archive"),
                job -> merge.run(plan, job));
    }
}
