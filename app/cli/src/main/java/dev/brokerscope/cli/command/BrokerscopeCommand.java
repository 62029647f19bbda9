package dev.brokerscope.cli.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// The program itself.
@Command(name = "brokerscope", resourceBundle = "dev.brokerscope.cli.examples",
        description = "Look into your message brokers; keep what you find; put it back.",
        synopsisSubcommandLabel = "COMMAND", commandListHeading = "%nCommands:%n", optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n",
        subcommands = {ChannelsCommand.class, DescribeCommand.class, ReadCommand.class, BackupCommand.class,
            InfoCommand.class, VerifyCommand.class, RestoreCommand.class, DrillCommand.class,
            DiffCommand.class, ExportCommand.class, ImportCommand.class, KeysCommand.class,
            CopyCommand.class, MergeCommand.class, SplitCommand.class, PruneCommand.class, RecoverCommand.class,
            ForgetCommand.class, ConnectionsCommand.class, DecodersCommand.class, PluginsCommand.class,
            DemoCommand.class, CompletionCommand.class, ManCommand.class, ReferenceCommand.class})
public final class BrokerscopeCommand {

    @Option(names = {"-h", "--help"}, usageHelp = true,
            description = "Shows this help; COMMAND --help that of a command.")
    boolean help;

    @Option(names = {"-V", "--version"}, versionHelp = true, description = "Prints the version.")
    boolean version;
}
