package dev.brokerscope.cli.command;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// Completion for zsh in its own words, descriptions included; lies in a folder of `fpath` as `_brokerscope`, or is
/// read by `eval`.
record ZshCompletion(CommandSpec root) {

    String script() {
        StringBuilder script = new StringBuilder("#compdef brokerscope\n");
        function(script, root);
        return script.append("""

                if [ "$funcstack[1]" = "_brokerscope" ]; then
                  _brokerscope "$@"
                else
                  compdef _brokerscope brokerscope
                fi
                """).toString();
    }

    private static List<CommandSpec> visible(CommandSpec spec) {
        return spec.subcommands().values().stream().map(CommandLine::getCommandSpec)
                .filter(s -> !s.usageMessage().hidden()).distinct().toList();
    }

    private static String name(CommandSpec spec) {
        return "_" + spec.qualifiedName("_").replace('-', '_');
    }

    private static void function(StringBuilder script, CommandSpec spec) {
        List<CommandSpec> below = visible(spec);
        script.append('\n').append(name(spec)).append("() {\n");
        if (!below.isEmpty()) {
            script.append("  local state line\n");
        }
        script.append("  _arguments -s");
        spec.options().forEach(o -> script.append(" \\\n    ").append(option(o)));
        if (below.isEmpty()) {
            script.append(" \\\n    '*:argument:_files'\n");
        } else {
            script.append(" \\\n    '1: :->command' \\\n    '*:: :->rest'\n");
            choice(script, below);
        }
        script.append("}\n");
        below.forEach(s -> function(script, s));
    }

    /// The word after a command with commands below it, then what that command takes.
    private static void choice(StringBuilder script, List<CommandSpec> below) {
        script.append("  case $state in\n    command)\n      local -a commands=(");
        below.forEach(s -> script.append("\n        '").append(s.name()).append(':')
                .append(quoted(first(s.usageMessage().description()))).append('\''));
        script.append(")\n      _describe command commands ;;\n    rest)\n      case $line[1] in\n");
        below.forEach(s -> script.append("        ").append(s.name()).append(") ").append(name(s)).append(" ;;\n"));
        script.append("      esac ;;\n  esac\n");
    }

    private static String option(OptionSpec option) {
        List<String> names = List.of(option.names());
        String value = option.arity().max() == 0 ? "" : ":" + quoted(plain(option.paramLabel())) + ":" + values(option);
        String meaning = "[" + quoted(plain(first(option.description()))) + "]" + value;
        String repeated = option.isMultiValue() ? "'*'" : "'(" + String.join(" ", names) + ")'";
        return names.size() == 1
                ? (option.isMultiValue() ? repeated : "") + "'" + names.getFirst() + meaning + "'"
                : repeated + "{" + String.join(",", names) + "}'" + meaning + "'";
    }

    private static String values(ArgSpec option) {
        if (option.type() == java.nio.file.Path.class) {
            return "_files";
        }
        if (option.completionCandidates() == null) {
            return "";
        }
        String words = StreamSupport.stream(option.completionCandidates().spliterator(), false)
                .map(ZshCompletion::quoted).collect(Collectors.joining(" "));
        return words.isEmpty() ? "" : "(" + words + ")";
    }

    private static String first(String[] description) {
        return description.length == 0 ? "" : description[0].replace("%n", " ");
    }

    /// Brackets and colons are signs of `_arguments`.
    private static String plain(String text) {
        return text.replace("[", "\\[").replace("]", "\\]").replace(":", "\\:");
    }

    /// Inside single quotes.
    private static String quoted(String text) {
        return text.replace("'", "'\\''");
    }
}
