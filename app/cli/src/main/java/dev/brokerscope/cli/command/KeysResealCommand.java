package dev.brokerscope.cli.command;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.cli.option.KeyOptions;
import dev.brokerscope.cli.output.ExitCode;
import dev.brokerscope.cli.run.CommonOptions;
import dev.brokerscope.cli.run.Run;
import dev.brokerscope.core.keys.KeyedVolumes;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "reseal", description = "Seals an archive again whose seal was lost while its keys were changed, after "
        + "checking all it holds. A damaged one stays as it is.", footerHeading = "%nExamples:%n",
        optionListHeading = "%nOptions:%n", parameterListHeading = "%nArguments:%n")
final class KeysResealCommand implements CliCommand {

    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    KeyOptions keys = new KeyOptions();

    @Parameters(paramLabel = "ARCHIVE", description = "The file, or the folder of a set.")
    Path archive = Path.of("");

    @Override
    public CommonOptions common() {
        return common;
    }

    @Override
    public ExitCode run(Run run) throws FaultException, InterruptedException {
        keys.unlock(run);
        int mended = KeyedVolumes.of(archive).reseal(run.engine().archiveKeys().keys(archive));
        run.out()
                .line(mended == 0 ? archive + " is sealed; there was nothing to do." : "Sealed " + archive + " again.");
        return ExitCode.DONE;
    }
}
