package dev.brokerscope.cli;

import dev.brokerscope.api.fault.Fault;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.cli.command.CliCommand;
import dev.brokerscope.cli.run.CommonOptions;
import dev.brokerscope.cli.output.ErrorPrinter;
import dev.brokerscope.cli.output.ExitCode;
import dev.brokerscope.cli.output.Output;
import dev.brokerscope.cli.output.Paint;
import dev.brokerscope.cli.output.Terminal;
import dev.brokerscope.cli.run.Run;
import dev.brokerscope.cli.run.Version;
import dev.brokerscope.core.Engine;
import dev.brokerscope.core.place.Places;
import java.util.List;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/// Runs one command line from words to exit code, without touching the process: the border where every failure becomes
/// a sentence and a number.
public final class Cli {

    private final Terminal terminal;
    private final Function<Places, Engine> engines;

    /// @param engines starts an engine in places, when a command needs one
    public Cli(Terminal terminal, Function<Places, Engine> engines) {
        this.terminal = terminal;
        this.engines = engines;
    }

    public ExitCode run(List<String> arguments) {
        Output out = new Output(terminal.out());
        Output err = new Output(terminal.err());
        CommandLine line = CommandTree.build();
        try {
            ExitCode exit = parsed(line, arguments, out, err);
            out.flush();
            err.flush();
            return exit;
        } catch (Output.Closed readerHasGone) {
            return ExitCode.DONE;
        }
    }

    private ExitCode parsed(CommandLine line, List<String> arguments, Output out, Output err) {
        ParseResult result;
        try {
            result = line.parseArgs(arguments.toArray(String[]::new));
        } catch (ParameterException e) {
            errors(arguments, err).print(UsageFaults.of(e), ExitCode.USAGE);
            return ExitCode.USAGE;
        }
        CommandLine last = result.asCommandLineList().getLast();
        if (last.isUsageHelpRequested()) {
            out.text(HelpText.of(last, Paint.of(Paint.When.AUTO, terminal, terminal.outIsTerminal())));
            return ExitCode.DONE;
        }
        if (result.isVersionHelpRequested()) {
            out.line("Brokerscope " + Version.current());
            return ExitCode.DONE;
        }
        if (!(last.getCommandSpec().userObject() instanceof CliCommand command)) {
            err.text(HelpText.of(last, Paint.of(Paint.When.AUTO, terminal, terminal.errIsTerminal())));
            return ExitCode.USAGE;
        }
        return run(command, out, err);
    }

    private ExitCode run(CliCommand command, Output out, Output err) {
        CommonOptions common = command.common();
        LogFile.configure(common.logFile());
        Places places = common.state().map(s -> Places.ofSystem().withState(s.toAbsolutePath()))
                .orElseGet(Places::ofSystem);
        try (Run run = new Run(terminal, common, () -> engines.apply(places), out, err)) {
            try {
                return command.run(run);
            } catch (FaultException e) {
                return failed(run, e.fault(), e.kind() == FaultKind.INTERNAL ? ExitCode.FAILED : ExitCode.of(e.kind()));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                run.remark("Interrupted.");
                return ExitCode.INTERRUPTED;
            } catch (Output.Closed readerHasGone) {
                throw readerHasGone;
            } catch (RuntimeException | Error defect) {
                return failed(run, LogFile.defect(places, defect), ExitCode.FAILED);
            }
        }
    }

    private static ExitCode failed(Run run, Fault fault, ExitCode exit) {
        run.out().flush();
        run.errors().print(fault, exit);
        return exit;
    }

    /// Before options are parsed, only their presence is known.
    private ErrorPrinter errors(List<String> arguments, Output err) {
        return new ErrorPrinter(err, Paint.of(Paint.When.AUTO, terminal, terminal.errIsTerminal()),
                arguments.contains("--json"), arguments.contains("-v"));
    }
}
