package dev.brokerscope.cli.command;

import dev.brokerscope.cli.run.Run;
import dev.brokerscope.cli.run.CommonOptions;
import dev.brokerscope.cli.output.ExitCode;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "completion", description = "Prints a script that completes commands and options in a shell.",
        footerHeading = "%nExamples:%n", optionListHeading = "%nOptions:%n", parameterListHeading = "%nArguments:%n")
final class CompletionCommand implements CliCommand {

    /// The shells we write for.
    enum Shell {
        BASH, ZSH, FISH;

        @Override
        public String toString() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    @Mixin
    CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "SHELL", description = "bash, zsh or fish.")
    Shell shell = Shell.BASH;

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public CommonOptions common() {
        return common;
    }

    @Override
    public ExitCode run(Run run) {
        CommandSpec root = spec.root();
        run.out().text(switch (shell) {
            case BASH -> AutoComplete.bash("brokerscope", root.commandLine());
            case ZSH -> new ZshCompletion(root).script();
            case FISH -> new FishCompletion(root).script();
        });
        return ExitCode.DONE;
    }
}
