package dev.brokerscope.cli.command;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.cli.run.Run;
import dev.brokerscope.cli.run.CommonOptions;
import dev.brokerscope.cli.output.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "list", description = "Lists them.", footerHeading = "%nExamples:%n",
        optionListHeading = "%nOptions:%n", parameterListHeading = "%nArguments:%n")
final class ConnectionsListCommand implements CliCommand {

    @Mixin
    CommonOptions common = new CommonOptions();

    @Override
    public CommonOptions common() {
        return common;
    }

    @Override
    public ExitCode run(Run run) throws FaultException {
        return ConnectionsCommand.list(run);
    }
}
