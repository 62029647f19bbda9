package dev.brokerscope.cli.command;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.cli.run.Run;
import dev.brokerscope.cli.run.CommonOptions;
import dev.brokerscope.cli.output.ExitCode;
import dev.brokerscope.core.connection.Connection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "remove", description = "Removes a saved connection, and the secrets that were kept for it.",
        footerHeading = "%nExamples:%n", optionListHeading = "%nOptions:%n", parameterListHeading = "%nArguments:%n")
final class ConnectionsRemoveCommand implements CliCommand {

    @Mixin
    CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "NAME", description = "Its name.")
    String name = "";

    @Override
    public CommonOptions common() {
        return common;
    }

    @Override
    public ExitCode run(Run run) throws FaultException {
        Connection connection = run.engine().connections().get(name);
        for (String value : connection.settings().values().values()) {
            if (value.endsWith(":" + name) || value.contains(":" + name + "/")) {
                run.engine().secrets().remove(value);
            }
        }
        run.engine().connections().remove(name);
        if (!run.json()) {
            run.out().line("Removed " + name + ".");
        }
        return ExitCode.DONE;
    }
}
