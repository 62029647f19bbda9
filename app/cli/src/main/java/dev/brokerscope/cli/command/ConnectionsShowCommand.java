package dev.brokerscope.cli.command;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.cli.run.Run;
import dev.brokerscope.cli.run.CommonOptions;
import dev.brokerscope.cli.output.ExitCode;
import dev.brokerscope.cli.output.Json;
import dev.brokerscope.cli.output.Table;
import dev.brokerscope.core.connection.Connection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "show", description = "Shows one; secrets as references, which is all that is saved.",
        footerHeading = "%nExamples:%n", optionListHeading = "%nOptions:%n", parameterListHeading = "%nArguments:%n")
final class ConnectionsShowCommand implements CliCommand {

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
        Connection c = run.engine().connections().get(name);
        if (run.json()) {
            run.out().line(Json.pretty(ConnectionJson.of(c)));
            return ExitCode.DONE;
        }
        Table table = new Table().left("SETTING").left("VALUE");
        table.row("name", c.name());
        table.row("broker", c.broker());
        table.row("stage", c.stage().text());
        table.row("writing", c.readOnly() ? "read-only" : "allowed");
        c.colour().ifPresent(v -> table.row("colour", v));
        c.settings().values().forEach(table::row);
        c.registry().ifPresent(r -> r.settings().values().forEach((k, v) -> table.row("registry " + k, v)));
        table.print(run.out(), run.paint(), 0);
        return ExitCode.DONE;
    }
}
