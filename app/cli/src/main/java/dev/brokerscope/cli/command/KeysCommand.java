package dev.brokerscope.cli.command;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.cli.output.ExitCode;
import dev.brokerscope.cli.run.CommonOptions;
import dev.brokerscope.cli.run.Run;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "keys", description = "Shows and changes what opens an encrypted archive. No message is written again: "
        + "who once had the archive's key can still read a copy made then.", footerHeading = "%nExamples:%n",
        optionListHeading = "%nOptions:%n", parameterListHeading = "%nArguments:%n",
        commandListHeading = "%nCommands:%n",
        subcommands = {KeysListCommand.class, KeysAddCommand.class, KeysRemoveCommand.class, KeysRotateCommand.class,
            KeysResealCommand.class, KeysNewIdentityCommand.class})
final class KeysCommand implements CliCommand {

    @Mixin
    CommonOptions common = new CommonOptions();

    @Override
    public CommonOptions common() {
        return common;
    }

    @Override
    public ExitCode run(Run run) throws FaultException {
        throw new FaultException(FaultKind.USAGE, "keys.what", "It was not said what to do with the keys.",
                "List them with: brokerscope keys list ARCHIVE");
    }
}
