package dev.brokerscope.cli.output;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// Manual pages of section 1, one for the program and one for each command, made from the commands themselves. They
/// carry no date, so that the same commands always make the same pages.
///
/// @param version stands at the foot of each page
public record ManPages(CommandSpec root, String version) {

    /// File names, as in `brokerscope-backup.1`, with their text.
    public Map<String, String> pages() {
        Map<String, String> pages = new LinkedHashMap<>();
        all(root).forEach(c -> pages.put(name(c) + ".1", page(c)));
        return pages;
    }

    private static Stream<CommandSpec> all(CommandSpec parent) {
        return Stream.concat(Stream.of(parent), visible(parent).flatMap(ManPages::all));
    }

    private static Stream<CommandSpec> visible(CommandSpec parent) {
        return parent.subcommands().values().stream().distinct().map(CommandLine::getCommandSpec)
                .filter(s -> !s.usageMessage().hidden());
    }

    private static String name(CommandSpec spec) {
        return spec.qualifiedName("-");
    }

    private String page(CommandSpec spec) {
        StringBuilder page = new StringBuilder();
        page.append(".TH \"").append(name(spec).toUpperCase(java.util.Locale.ROOT)).append("\" 1 \"\" \"Brokerscope ")
                .append(escaped(version)).append("\" \"Brokerscope\"\n");
        String[] description = spec.usageMessage().description();
        section(page, "NAME", escaped(name(spec)) + " \\- " + escaped(firstSentence(description)));
        section(page, "SYNOPSIS", synopsis(spec));
        section(page, "DESCRIPTION", Arrays.stream(description).map(ManPages::escaped)
                .collect(Collectors.joining("\n.PP\n")));
        commands(page, spec);
        arguments(page, spec.positionalParameters());
        options(page, spec.options());
        examples(page, spec);
        exitCodes(page);
        seeAlso(page, spec);
        return page.toString();
    }

    private static void section(StringBuilder page, String title, String text) {
        page.append(".SH ").append(title).append('\n').append(text).append('\n');
    }

    private static String synopsis(CommandSpec spec) {
        String rest = spec.subcommands().isEmpty()
                ? spec.positionalParameters().stream().map(ManPages::word).collect(Collectors.joining(" "))
                : "\\fICOMMAND\\fR";
        return "\\fB" + escaped(spec.qualifiedName()) + "\\fR [\\fIOPTIONS\\fR] " + rest;
    }

    private static String word(PositionalParamSpec argument) {
        String label = "\\fI" + escaped(argument.paramLabel()) + "\\fR"
                + (argument.arity().max() > 1 ? "..." : "");
        return argument.arity().min() == 0 ? "[" + label + "]" : label;
    }

    private static void commands(StringBuilder page, CommandSpec spec) {
        List<CommandSpec> below = visible(spec).toList();
        if (below.isEmpty()) {
            return;
        }
        page.append(".SH COMMANDS\n");
        below.forEach(c -> entry(page, "\\fB" + escaped(c.name()) + "\\fR",
                String.join(" ", c.usageMessage().description())));
    }

    private static void arguments(StringBuilder page, List<PositionalParamSpec> arguments) {
        if (arguments.isEmpty()) {
            return;
        }
        page.append(".SH ARGUMENTS\n");
        arguments.forEach(a -> entry(page, word(a), text(a)));
    }

    private static void options(StringBuilder page, List<OptionSpec> options) {
        if (options.isEmpty()) {
            return;
        }
        page.append(".SH OPTIONS\n");
        for (OptionSpec option : options) {
            String names = Arrays.stream(option.names()).map(n -> "\\fB" + escaped(n) + "\\fR")
                    .collect(Collectors.joining(", "));
            String value = option.arity().max() == 0 ? "" : " \\fI" + escaped(option.paramLabel()) + "\\fR";
            entry(page, names + value, text(option));
        }
    }

    private static void examples(StringBuilder page, CommandSpec spec) {
        String[] lines = spec.usageMessage().footer();
        if (lines.length > 0) {
            page.append(".SH EXAMPLES\n.nf\n");
            Arrays.stream(lines).forEach(l -> page.append(line(l.strip())).append('\n'));
            page.append(".fi\n");
        }
    }

    private static void exitCodes(StringBuilder page) {
        page.append(".SH EXIT STATUS\n");
        Arrays.stream(ExitCode.values()).sorted(Comparator.comparingInt(ExitCode::number))
                .forEach(c -> entry(page, "\\fB" + c.number() + "\\fR", c.meaning()));
    }

    private void seeAlso(StringBuilder page, CommandSpec spec) {
        Stream<CommandSpec> above = Stream.iterate(spec, s -> s.parent() != null, CommandSpec::parent)
                .map(CommandSpec::parent);
        String pages = Stream.concat(above, visible(spec)).map(c -> "\\fB" + escaped(name(c)) + "\\fR(1)")
                .collect(Collectors.joining(", "));
        if (!pages.isEmpty()) {
            section(page, "SEE ALSO", pages);
        }
    }

    private static void entry(StringBuilder page, String tag, String text) {
        page.append(".TP\n").append(tag).append('\n').append(line(text)).append('\n');
    }

    private static String text(ArgSpec argument) {
        return String.join(" ", argument.description())
                .replace("${DEFAULT-VALUE}", String.valueOf(argument.defaultValue()))
                + (argument.required() && argument.isOption() ? " Required." : "");
    }

    private static String firstSentence(String[] description) {
        String text = description.length == 0 ? "" : description[0].replace("%n", " ");
        int end = text.indexOf(". ");
        return (end < 0 ? text : text.substring(0, end)).replaceFirst("[.]$", "");
    }

    /// A line of text; one that begins like an instruction of roff is kept from being one.
    private static String line(String text) {
        String escaped = escaped(text);
        return escaped.startsWith(".") || escaped.startsWith("\\(aq") ? "\\&" + escaped : escaped;
    }

    private static String escaped(String text) {
        return text.replace("%n", " ").replace("%%", "%").replace("\\", "\\e").replace("-", "\\-")
                .replace("'", "\\(aq").replace("`", "\\(ga").replace("^", "\\(ha").replace("~", "\\(ti");
    }
}
