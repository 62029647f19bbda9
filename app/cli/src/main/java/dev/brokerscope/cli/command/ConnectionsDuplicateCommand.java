package dev.brokerscope.cli.command;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.cli.run.Run;
import dev.brokerscope.cli.run.CommonOptions;
import dev.brokerscope.cli.output.ExitCode;
import dev.brokerscope.cli.output.Json;
import dev.brokerscope.core.connection.Connection;
import dev.brokerscope.core.connection.ConnectionBook;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "duplicate", description = "Saves a copy under another name.", footerHeading = "%nExamples:%n",
        optionListHeading = "%nOptions:%n", parameterListHeading = "%nArguments:%n")
final class ConnectionsDuplicateCommand implements CliCommand {

    @Mixin
    CommonOptions common = new CommonOptions();

    @Parameters(index = "0", paramLabel = "NAME", description = "The one to copy.")
    String name = "";

    @Parameters(index = "1", arity = "0..1", paramLabel = "COPY", description = "The copy's name (default: NAME 2).")
    Optional<String> copy = Optional.empty();

    @Override
    public CommonOptions common() {
        return common;
    }

    @Override
    public ExitCode run(Run run) throws FaultException {
        Connection made = copied(run.engine().connections());
        run.out().line(run.json() ? Json.pretty(ConnectionJson.of(made)) : "Saved " + made.name() + ".");
        return ExitCode.DONE;
    }

    private Connection copied(ConnectionBook book) throws FaultException {
        if (copy.isEmpty()) {
            return book.duplicate(name);
        }
        ConnectionsAddCommand.checkName(copy.get());
        if (book.find(copy.get()).isPresent()) {
            throw new FaultException(FaultKind.REFUSED, "connection.exists",
                    "There is a connection \"" + copy.get() + "\" already.", "Choose another name.");
        }
        return book.save(book.get(name).named(copy.get()));
    }
}
