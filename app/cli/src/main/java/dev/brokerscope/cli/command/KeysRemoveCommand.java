package dev.brokerscope.cli.command;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.cli.output.ExitCode;
import dev.brokerscope.cli.run.CommonOptions;
import dev.brokerscope.cli.run.Run;
import dev.brokerscope.core.keys.KeyedVolumes;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "remove", description = "Takes away one key slot of an archive; never the last.",
        footerHeading = "%nExamples:%n", optionListHeading = "%nOptions:%n", parameterListHeading = "%nArguments:%n")
final class KeysRemoveCommand implements CliCommand {

    @Mixin
    CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "ARCHIVE", description = "The file, or the folder of a set.")
    Path archive = Path.of("");

    @Option(names = "--slot", paramLabel = "N", required = true, description = "Its number, as keys list prints it.")
    long slot;

    @Override
    public CommonOptions common() {
        return common;
    }

    @Override
    public ExitCode run(Run run) throws FaultException {
        KeyedVolumes.of(archive).remove(slot);
        run.out().line("Removed slot " + slot + ".");
        run.remark("Copies of the archive made before still open with it.");
        return ExitCode.DONE;
    }
}
