package dev.brokerscope.cli;

import dev.brokerscope.cli.output.Paint;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.UsageMessageSpec;

/// Help that begins with what people look for: examples.
final class HelpText {

    private HelpText() {}

    static String of(CommandLine line, Paint paint) {
        Help.ColorScheme scheme = Help.defaultColorScheme(paint.coloured() ? Help.Ansi.ON : Help.Ansi.OFF);
        List<String> keys = new ArrayList<>(line.getHelpSectionKeys());
        keys.removeAll(List.of(UsageMessageSpec.SECTION_KEY_FOOTER_HEADING, UsageMessageSpec.SECTION_KEY_FOOTER));
        int synopsis = keys.indexOf(UsageMessageSpec.SECTION_KEY_SYNOPSIS_HEADING);
        keys.addAll(synopsis, List.of(UsageMessageSpec.SECTION_KEY_DESCRIPTION_HEADING,
                UsageMessageSpec.SECTION_KEY_DESCRIPTION, UsageMessageSpec.SECTION_KEY_FOOTER_HEADING,
                UsageMessageSpec.SECTION_KEY_FOOTER));
        keys.subList(synopsis + 4, keys.size()).removeAll(List.of(UsageMessageSpec.SECTION_KEY_DESCRIPTION_HEADING,
                UsageMessageSpec.SECTION_KEY_DESCRIPTION));
        line.setHelpSectionKeys(keys);
        return line.getUsageMessage(scheme);
    }
}
