package dev.brokerscope.cli.command;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.cli.option.NewArchiveOptions;
import dev.brokerscope.cli.output.ExitCode;
import dev.brokerscope.cli.run.CommonOptions;
import dev.brokerscope.cli.run.Run;
import dev.brokerscope.core.rework.Recover;
import dev.brokerscope.core.rework.RecoverPlan;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "recover", description = {
    "Takes what a damaged archive still holds into a new one, and says exactly what "
            + "is missing.",
    "Files that were cut off, with wrong bytes or lost pages, unfinished ones whose source is gone, and sets with a missing "
            + "volume. Only messages that match their hash come along. The damaged files are never changed; room for a copy "
            + "is needed beside the new one. Exit code 0: nothing was lost; 3: something was; 1: nothing is left."},
        footerHeading = "%nExamples:%n", optionListHeading = "%nOptions:%n", parameterListHeading = "%nArguments:%n")
final class RecoverCommand implements CliCommand {

    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    NewArchiveOptions made = new NewArchiveOptions();

    @Parameters(paramLabel = "ARCHIVE", description = "The file, finished or not, or a folder of volumes.")
    Path archive = Path.of("");

    @Option(names = "--out", paramLabel = "FILE", required = true,
            description = "The archive to make; never overwritten.")
    Path out = Path.of("");

    @Override
    public CommonOptions common() {
        return common;
    }

    @Override
    public ExitCode run(Run run) throws FaultException, InterruptedException {
        Recover recover = new Recover(made.tools(run));
        RecoverPlan plan = new RecoverPlan(archive, out.toAbsolutePath().normalize());
        return ReworkRun.of(run, out, "Recovery of " + archive, job -> recover.run(plan, job));
    }
}
