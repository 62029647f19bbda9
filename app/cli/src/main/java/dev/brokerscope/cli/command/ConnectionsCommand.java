package dev.brokerscope.cli.command;

import dev.brokerscope.api.fault.Fault;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.cli.run.Run;
import dev.brokerscope.cli.run.CommonOptions;
import dev.brokerscope.cli.output.ExitCode;
import dev.brokerscope.cli.output.Json;
import dev.brokerscope.cli.output.SafeText;
import dev.brokerscope.cli.output.Table;
import dev.brokerscope.core.connection.Connection;
import dev.brokerscope.core.connection.ConnectionBook;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "connections", description = "Lists the saved connections; subcommands change and test them.",
        footerHeading = "%nExamples:%n", optionListHeading = "%nOptions:%n", parameterListHeading = "%nArguments:%n",
        commandListHeading = "%nCommands:%n",
        subcommands = {ConnectionsListCommand.class, ConnectionsShowCommand.class, ConnectionsAddCommand.class,
            ConnectionsTestCommand.class, ConnectionsRemoveCommand.class, ConnectionsDuplicateCommand.class,
            ConnectionsImportCommand.class, ConnectionsSettingsCommand.class})
final class ConnectionsCommand implements CliCommand {

    @Mixin
    CommonOptions common = new CommonOptions();

    @Override
    public CommonOptions common() {
        return common;
    }

    @Override
    public ExitCode run(Run run) throws FaultException {
        return list(run);
    }

    static ExitCode list(Run run) throws FaultException {
        ConnectionBook.Contents contents = run.engine().connections().contents();
        if (run.json()) {
            var root = Json.object();
            var list = root.putArray("connections");
            contents.connections().forEach(c -> list.add(ConnectionJson.of(c)));
            var broken = root.putArray("broken");
            contents.broken().forEach(f -> broken.addObject().put("message", f.message()).put("remedy", f.remedy()));
            run.out().line(Json.pretty(root));
            return ExitCode.DONE;
        }
        Table table = new Table().left("NAME").left("BROKER").left("STAGE").left("WRITING").left("REGISTRY");
        for (Connection c : contents.connections()) {
            table.row(c.name(), c.broker(), c.stage().text(), c.readOnly() ? "read-only" : "allowed",
                    c.registry().map(r -> r.displayUrl()).orElse(""));
        }
        if (table.isEmpty()) {
            run.remark("There are no saved connections. Add one with: brokerscope connections add NAME --broker KIND "
                    + "--set KEY=VALUE");
        } else {
            table.print(run.out(), run.paint(), run.width());
        }
        for (Fault fault : contents.broken()) {
            run.remark("note: " + SafeText.of(fault.sentence()));
        }
        return ExitCode.DONE;
    }
}
