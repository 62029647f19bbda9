package dev.brokerscope.cli;

import dev.brokerscope.cli.output.Paint;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.UsageMessageSpec;

/// Help in the order in which people look: what it is, examples, its own options, where it works, the common rest.
final class HelpText {

    private HelpText() {}

    static String of(CommandLine line, Paint paint) {
        Help.ColorScheme scheme = Help.defaultColorScheme(paint.coloured() ? Help.Ansi.ON : Help.Ansi.OFF);
        List<String> keys = new ArrayList<>(List.of(UsageMessageSpec.SECTION_KEY_DESCRIPTION,
                UsageMessageSpec.SECTION_KEY_FOOTER_HEADING, UsageMessageSpec.SECTION_KEY_FOOTER,
                UsageMessageSpec.SECTION_KEY_SYNOPSIS_HEADING, UsageMessageSpec.SECTION_KEY_SYNOPSIS,
                UsageMessageSpec.SECTION_KEY_COMMAND_LIST_HEADING, UsageMessageSpec.SECTION_KEY_COMMAND_LIST,
                UsageMessageSpec.SECTION_KEY_PARAMETER_LIST_HEADING, UsageMessageSpec.SECTION_KEY_PARAMETER_LIST,
                UsageMessageSpec.SECTION_KEY_OPTION_LIST_HEADING, UsageMessageSpec.SECTION_KEY_OPTION_LIST));
        line.setHelpSectionKeys(keys);
        line.getCommandSpec().usageMessage().abbreviateSynopsis(true).sortOptions(false).synopsisHeading("%nUsage: ");
        return line.getUsageMessage(scheme);
    }
}
