package dev.brokerscope.cli.command;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.cli.option.KeyOptions;
import dev.brokerscope.cli.option.NewKeyOptions;
import dev.brokerscope.cli.output.ExitCode;
import dev.brokerscope.cli.run.CommonOptions;
import dev.brokerscope.cli.run.Run;
import dev.brokerscope.core.keys.KeyedVolumes;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "add", description = "Lets another key open an archive. Needs one that opens it already.",
        footerHeading = "%nExamples:%n", optionListHeading = "%nOptions:%n", parameterListHeading = "%nArguments:%n")
final class KeysAddCommand implements CliCommand {

    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    KeyOptions keys = new KeyOptions();

    @Mixin
    NewKeyOptions added = new NewKeyOptions();

    @Parameters(paramLabel = "ARCHIVE", description = "The file, or the folder of a set.")
    Path archive = Path.of("");

    @Override
    public CommonOptions common() {
        return common;
    }

    @Override
    public ExitCode run(Run run) throws FaultException {
        KeyedVolumes volumes = KeyedVolumes.of(archive);
        keys.unlock(run);
        volumes.add(run.engine().archiveKeys().keys(archive), added.locks(run), added.label())
                .forEach((file, slots) -> slots.forEach(s -> run.out().line("Slot " + s.number() + " of "
                        + file.getFileName() + " opens with " + s.need() + ".")));
        return ExitCode.DONE;
    }
}
