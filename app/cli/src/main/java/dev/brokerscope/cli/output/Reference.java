package dev.brokerscope.cli.output;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// The reference of the command line, made from the commands themselves so that it is never behind them.
public record Reference(CommandSpec root) {

    public String markdown() {
        StringBuilder page = new StringBuilder(grammar());
        exitCodes(page);
        page.append("\n## Options of every command\n\n");
        options(page, common());
        page.append("\n## Commands\n");
        commands(root).forEach(c -> command(page, c));
        return page.toString();
    }

    private static Stream<CommandSpec> commands(CommandSpec parent) {
        return parent.subcommands().values().stream().distinct().map(CommandLine::getCommandSpec)
                .filter(s -> !s.usageMessage().hidden())
                .flatMap(s -> Stream.concat(Stream.of(s), commands(s)));
    }

    private static void exitCodes(StringBuilder page) {
        page.append("\n## Exit codes\n\n| code | meaning |\n|---|---|\n");
        Arrays.stream(ExitCode.values()).sorted(java.util.Comparator.comparingInt(ExitCode::number))
                .forEach(c -> page.append("| ").append(c.number()).append(" | ").append(c.meaning()).append(" |\n"));
        page.append("\nWhere several apply, the first of these counts: ")
                .append(Arrays.stream(ExitCode.values()).filter(c -> c != ExitCode.DONE)
                        .map(c -> String.valueOf(c.number())).collect(Collectors.joining(", ")))
                .append(".\n");
    }

    /// Those that all commands share.
    private List<OptionSpec> common() {
        return commands(root).filter(c -> c.name().equals("decoders")).findFirst().orElseThrow().options();
    }

    private void command(StringBuilder page, CommandSpec spec) {
        page.append("\n### ").append(spec.qualifiedName().replaceFirst("^brokerscope ", "")).append("\n\n");
        page.append(String.join("\n\n", spec.usageMessage().description())).append("\n");
        if (spec.usageMessage().footer().length > 0) {
            page.append("\n```sh\n");
            Arrays.stream(spec.usageMessage().footer()).forEach(l -> page.append(l.strip()).append('\n'));
            page.append("```\n");
        }
        List<PositionalParamSpec> arguments = spec.positionalParameters();
        if (!arguments.isEmpty()) {
            page.append("\n| argument | |\n|---|---|\n");
            arguments.forEach(a -> page.append("| `").append(a.paramLabel()).append(a.arity().max() > 1 ? " …" : "")
                    .append("` | ").append(text(a)).append(" |\n"));
        }
        List<String> shared = common().stream().map(OptionSpec::longestName).toList();
        List<OptionSpec> own = spec.options().stream().filter(o -> !shared.contains(o.longestName())).toList();
        if (!own.isEmpty()) {
            page.append('\n');
            options(page, own);
        }
    }

    private static void options(StringBuilder page, List<OptionSpec> options) {
        page.append("| option | |\n|---|---|\n");
        for (OptionSpec option : options) {
            String value = option.arity().max() == 0 ? "" : " " + option.paramLabel();
            page.append("| `").append(String.join(", ", option.names())).append(value).append("` | ")
                    .append(text(option)).append(" |\n");
        }
    }

    private static String text(ArgSpec arg) {
        return String.join(" ", arg.description()).replace("${DEFAULT-VALUE}", String.valueOf(arg.defaultValue()))
                .replace("|", "\\|").replace("%n", " ") + (arg.required() && arg.isOption() ? " Required." : "");
    }

    private static String grammar() {
        try (InputStream text = Objects.requireNonNull(Reference.class.getResourceAsStream("grammar.md"))) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
