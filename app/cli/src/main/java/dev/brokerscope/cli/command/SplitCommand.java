package dev.brokerscope.cli.command;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.cli.option.NewArchiveOptions;
import dev.brokerscope.cli.output.ExitCode;
import dev.brokerscope.cli.run.CommonOptions;
import dev.brokerscope.cli.run.Run;
import dev.brokerscope.core.rework.Split;
import dev.brokerscope.core.rework.SplitPlan;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "split", description = {
    "Cuts an archive into several; nothing is left out, and merge makes one of them "
            + "again.",
    "By run or channel each part is an archive of its own. By time or size the parts are the volumes of one set: the folder "
            + "opens like the archive. A stretch of time begins where the first message at or after its beginning stands; "
            + "later messages with earlier times stay behind it."},
        footerHeading = "%nExamples:%n", optionListHeading = "%nOptions:%n", parameterListHeading = "%nArguments:%n")
final class SplitCommand implements CliCommand {

    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    NewArchiveOptions made = new NewArchiveOptions();

    @Parameters(paramLabel = "ARCHIVE", description = "The file, or the folder of a set.")
    Path archive = Path.of("");

    @Option(names = "--by", paramLabel = "WHAT", required = true,
            description = "run, channel, time or size; with a step: time:12h (default: 1d), size:500MB (default: 1GB).")
    String by = "";

    @Option(names = "--out", paramLabel = "FOLDER", required = true,
            description = "The folder to make; refused where something stands in it.")
    Path out = Path.of("");

    @Override
    public CommonOptions common() {
        return common;
    }

    @Override
    public ExitCode run(Run run) throws FaultException, InterruptedException {
        SplitPlan plan = new SplitPlan(archive, out.toAbsolutePath().normalize(), SplitPlan.By.parse(by));
        Split split = new Split(made.tools(run));
        return ReworkRun.of(run, out, "Split of " + archive, job -> split.run(plan, job));
    }
}
