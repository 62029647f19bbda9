package dev.brokerscope.cli.command;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.settings.Field;
import dev.brokerscope.api.settings.FieldType;
import dev.brokerscope.api.settings.Settings;
import dev.brokerscope.cli.run.Run;
import dev.brokerscope.cli.option.AdHocOptions;
import dev.brokerscope.cli.run.CommonOptions;
import dev.brokerscope.cli.output.ExitCode;
import dev.brokerscope.cli.output.Json;
import dev.brokerscope.core.connection.Connection;
import dev.brokerscope.core.connection.ConnectionBook;
import java.util.Arrays;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "add", description = "Saves a connection. Unless said it counts as production and is read-only.",
        footerHeading = "%nExamples:%n", optionListHeading = "%nOptions:%n", parameterListHeading = "%nArguments:%n")
final class ConnectionsAddCommand implements CliCommand {

    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    AdHocOptions described = new AdHocOptions();

    @Parameters(paramLabel = "NAME", description = "How it shall be called.")
    String name = "";

    @Option(names = "--read-write",
            description = "The window may unlock it for writing (here writing always needs --write).")
    boolean readWrite;

    @Option(names = "--colour", paramLabel = "#RRGGBB", description = "Of the window's stripe (default: the stage's).")
    Optional<String> colour = Optional.empty();

    @Option(names = "--replace", description = "Replaces the connection of that name.")
    boolean replace;

    @Override
    public CommonOptions common() {
        return common;
    }

    @Override
    public ExitCode run(Run run) throws FaultException {
        checkName(name);
        if (colour.isPresent() && !colour.get().matches("#[0-9a-fA-F]{6}")) {
            throw new FaultException(FaultKind.USAGE, "connection.colour",
                    "--colour must look like #c0353a, not \"" + colour.get() + "\".", "");
        }
        ConnectionBook book = run.engine().connections();
        if (!replace && book.find(name).isPresent()) {
            throw new FaultException(FaultKind.REFUSED, "connection.exists",
                    "There is a connection \"" + name + "\" already.", "Choose another name, or give --replace.");
        }
        Connection asked = described.connection(run).named(name).readOnly(!readWrite).coloured(colour);
        Connection complete = asked.with(kept(asked, run));
        demandUsable(complete, run);
        book.save(complete);
        if (run.json()) {
            run.out().line(Json.pretty(ConnectionJson.of(complete)));
        } else {
            run.out().line("Saved " + name + " (" + complete.broker() + ", " + complete.stage().text()
                    + (complete.readOnly() ? ", read-only" : "") + ").");
            run.remark("Try it with: brokerscope connections test " + name);
        }
        return ExitCode.DONE;
    }

    static void checkName(String name) throws FaultException {
        Optional<String> problem = ConnectionBook.problemOf(name);
        if (problem.isPresent()) {
            throw new FaultException(FaultKind.USAGE, "connection.name", problem.get(), "");
        }
    }

    static void demandUsable(Connection connection, Run run) throws FaultException {
        run.engine().connector().demandUsable(connection);
    }

    /// Secrets to be typed are typed now, and kept.
    private static Settings kept(Connection connection, Run run) throws FaultException {
        Settings settings = connection.settings();
        for (Field field : run.engine().connector().known(connection.broker()).settings().fields()) {
            boolean ask = settings.get(field.key()).filter("@ask"::equals).isPresent();
            if (ask && field.type() instanceof FieldType.Secret) {
                char[] secret = run.terminal().ask().apply(field.label())
                        .orElseThrow(() -> new FaultException(FaultKind.REFUSED, "secret.nobody",
                                field.label() + " must be typed, but there is nobody to ask.",
                                "Give it as @env:NAME or @file:PATH."));
                settings = settings.with(field.key(),
                        run.engine().secrets().store(connection.name() + "/" + field.key(), secret));
                Arrays.fill(secret, '\0');
                run.remark(field.label() + " is kept in " + run.engine().secrets().place() + ".");
            }
        }
        return settings;
    }
}
