package dev.brokerscope.cli.command;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.cli.option.NewArchiveOptions;
import dev.brokerscope.cli.output.ExitCode;
import dev.brokerscope.cli.run.CommonOptions;
import dev.brokerscope.cli.run.Run;
import dev.brokerscope.core.mask.MaskRules;
import dev.brokerscope.core.query.FilterWords;
import dev.brokerscope.core.rework.Copy;
import dev.brokerscope.core.rework.CopyPlan;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "copy", description = {"Writes an archive anew: compressed or encrypted in another way, with fewer "
        + "messages, or with masked ones.",
    "Without --filter and --mask the copy holds the same runs with the same content hashes. Every message is proven on "
            + "the way; a damaged archive is refused (4). What is cancelled leaves nothing behind."},
        footerHeading = "%nExamples:%n", optionListHeading = "%nOptions:%n", parameterListHeading = "%nArguments:%n")
final class CopyCommand implements CliCommand {

    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    NewArchiveOptions made = new NewArchiveOptions();

    @Parameters(paramLabel = "ARCHIVE", description = "The file, or the folder of a set.")
    Path archive = Path.of("");

    @Option(names = "--out", paramLabel = "FILE", required = true,
            description = "The archive to make; never overwritten.")
    Path out = Path.of("");

    @Option(names = "--filter", paramLabel = "EXPR",
            description = "Only messages that match: a text, a /regular expression/, behind key:, value: or headers: in "
                    + "that part only. The copy is marked as filtered.")
    Optional<String> filter = Optional.empty();

    @Option(names = "--mask", paramLabel = "FILE",
            description = "Masks messages by the rules of this file, see docs/masking.md. What a rule addresses, but "
                    + "cannot read, is never let through. The copy is marked as masked.")
    Optional<Path> mask = Optional.empty();

    @Override
    public CommonOptions common() {
        return common;
    }

    @Override
    public ExitCode run(Run run) throws FaultException, InterruptedException {
        Optional<FilterWords> words = filter.isPresent()
                ? Optional.of(FilterWords.parse(filter.get()))
                : Optional.empty();
        Optional<MaskRules> rules = mask.isPresent()
                ? Optional.of(MaskRules.load(mask.get(), run.engine().secrets()))
                : Optional.empty();
        Copy copy = new Copy(made.tools(run));
        CopyPlan plan = CopyPlan.whole(archive, out.toAbsolutePath().normalize()).filtered(words).masked(rules);
        return ReworkRun.of(run, out, "Copy of " + archive, job -> copy.run(plan, job));
    }
}
