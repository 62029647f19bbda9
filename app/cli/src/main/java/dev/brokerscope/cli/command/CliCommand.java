package dev.brokerscope.cli.command;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.cli.run.Run;
import dev.brokerscope.cli.run.CommonOptions;
import dev.brokerscope.cli.output.ExitCode;

/// A command: its options are filled in, now it runs.
public interface CliCommand {

    CommonOptions common();

    /// @throws FaultException what went wrong; decides the exit code
    /// @throws InterruptedException where the user ended it
    ExitCode run(Run run) throws FaultException, InterruptedException;
}
