package dev.brokerscope.cli.command;

import dev.brokerscope.cli.run.Run;
import dev.brokerscope.cli.run.CommonOptions;
import dev.brokerscope.cli.output.ExitCode;
import dev.brokerscope.cli.output.Reference;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(name = "reference", hidden = true, description = "Prints docs/cli.md.")
final class ReferenceCommand implements CliCommand {

    @Mixin
    CommonOptions common = new CommonOptions();

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public CommonOptions common() {
        return common;
    }

    @Override
    public ExitCode run(Run run) {
        run.out().text(new Reference(spec.root()).markdown());
        return ExitCode.DONE;
    }
}
