package dev.brokerscope.cli.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// The program itself.
@Command(name = "brokerscope", description = "Look into your message brokers; keep what you find; put it back.",
        synopsisSubcommandLabel = "COMMAND", commandListHeading = "%nCommands:%n", optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  brokerscope connections add shop --broker kafka --set bootstrap.servers=localhost:9092",
            "  brokerscope channels -c shop",
            "  brokerscope read orders --last 20 -c shop",
            "  brokerscope backup orders payments --out shop.msgdb -c shop",
            "  brokerscope verify shop.msgdb",
            "  brokerscope restore shop.msgdb --prefix restored. -c test --write",
            "  brokerscope demo"},
        subcommands = {ChannelsCommand.class, DescribeCommand.class, ReadCommand.class, BackupCommand.class,
            InfoCommand.class, VerifyCommand.class, RestoreCommand.class, DiffCommand.class, ExportCommand.class,
            ImportCommand.class, ConnectionsCommand.class, DecodersCommand.class, PluginsCommand.class,
            DemoCommand.class, CompletionCommand.class, ReferenceCommand.class})
public final class BrokerscopeCommand {

    @Option(names = {"-h", "--help"}, usageHelp = true,
            description = "Shows this help; COMMAND --help that of a command.")
    boolean help;

    @Option(names = {"-V", "--version"}, versionHelp = true, description = "Prints the version.")
    boolean version;
}
