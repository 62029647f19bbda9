package dev.brokerscope.cli.command;

import dev.brokerscope.api.broker.BrokerPlugin;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.settings.Settings;
import dev.brokerscope.cli.run.Run;
import dev.brokerscope.cli.run.CommonOptions;
import dev.brokerscope.cli.output.ExitCode;
import dev.brokerscope.core.connection.Connection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "import",
        description = "Saves a connection from a client's configuration, such as a .properties file.",
        footerHeading = "%nExamples:%n", optionListHeading = "%nOptions:%n", parameterListHeading = "%nArguments:%n")
final class ConnectionsImportCommand implements CliCommand {

    @Mixin
    CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "FILE", description = "The configuration.")
    Path file = Path.of("");

    @Option(names = "--name", paramLabel = "NAME", description = "How it shall be called (default: the file's name).")
    Optional<String> name = Optional.empty();

    @Override
    public CommonOptions common() {
        return common;
    }

    @Override
    public ExitCode run(Run run) throws FaultException {
        String text = text();
        String called = name.orElseGet(() -> String.valueOf(file.getFileName()).replaceFirst("\\.[^.]*$", ""));
        ConnectionsAddCommand.checkName(called);
        if (run.engine().connections().find(called).isPresent()) {
            throw new FaultException(FaultKind.REFUSED, "connection.exists",
                    "There is a connection \"" + called + "\" already.", "Choose another with --name.");
        }
        for (BrokerPlugin plugin : run.engine().plugins().brokers()) {
            Optional<Settings> settings = plugin.importText(text);
            if (settings.isPresent()) {
                Connection connection = Connection.adHoc(called, plugin.descriptor().id(), settings.get());
                ConnectionsAddCommand.demandUsable(connection, run);
                run.engine().connections().save(connection);
                run.out().line("Saved " + called + " (" + plugin.descriptor().name() + ", production, read-only).");
                return ExitCode.DONE;
            }
        }
        throw new FaultException(FaultKind.INVALID_SETTINGS, "connection.import",
                "No plugin understands " + file + ".", "Add the connection with: brokerscope connections add");
    }

    private String text() throws FaultException {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new FaultException(Files.exists(file) ? FaultKind.FILE_ACCESS : FaultKind.NOT_FOUND,
                    "connection.import-file", "The file " + file + " cannot be read.", "Check the path.", e);
        }
    }
}
