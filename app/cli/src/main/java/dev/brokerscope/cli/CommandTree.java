package dev.brokerscope.cli;

import dev.brokerscope.cli.command.BrokerscopeCommand;
import java.util.Locale;
import java.util.Optional;
import java.time.ZoneId;
import picocli.CommandLine;

/// All commands, ready to parse.
final class CommandTree {

    private CommandTree() {}

    static CommandLine build() {
        CommandLine line = new CommandLine(new BrokerscopeCommand());
        // values like @env:NAME are references to secrets, not files with more arguments
        line.setExpandAtFiles(false);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setAbbreviatedOptionsAllowed(false);
        line.setUsageHelpAutoWidth(false);
        line.setUsageHelpWidth(100);
        line.registerConverter(ZoneId.class, CommandTree::zone);
        return line;
    }

    private static ZoneId zone(String text) {
        return Optional.of(text).map(t -> t.toLowerCase(Locale.ROOT).equals("utc") ? "UTC" : t).map(ZoneId::of)
                .orElseThrow();
    }
}
