package dev.brokerscope.cli.command;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// Completion for fish, which picocli has none for.
record FishCompletion(CommandSpec root) {

    String script() {
        StringBuilder script = new StringBuilder("complete -c brokerscope -f\n");
        for (CommandLine command : root.subcommands().values()) {
            CommandSpec spec = command.getCommandSpec();
            if (spec.usageMessage().hidden()) {
                continue;
            }
            line(script, "-n __fish_use_subcommand -a " + spec.name(), first(spec.usageMessage().description()));
            for (OptionSpec option : spec.options()) {
                option(script, "-n '__fish_seen_subcommand_from " + spec.name() + "'", option);
            }
            for (CommandLine below : spec.subcommands().values()) {
                line(script, "-n '__fish_seen_subcommand_from " + spec.name() + "' -a "
                        + below.getCommandSpec().name(), first(below.getCommandSpec().usageMessage().description()));
            }
        }
        return script.toString();
    }

    private static void option(StringBuilder script, String when, OptionSpec option) {
        StringBuilder names = new StringBuilder(when);
        for (String name : option.names()) {
            names.append(name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1));
        }
        boolean path = option.type() == java.nio.file.Path.class;
        names.append(option.arity().max() == 0 ? "" : path ? " -rF" : " -r");
        line(script, names.toString(), first(option.description()));
    }

    private static void line(StringBuilder script, String words, String description) {
        String text = description.replace("%n", " ").replace("\\", "\\\\").replace("'", "\\'");
        script.append("complete -c brokerscope ").append(words).append(" -d '").append(text).append("'\n");
    }

    private static String first(String[] description) {
        return description.length == 0 ? "" : description[0];
    }
}
