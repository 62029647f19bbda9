package dev.brokerscope.cli;

import dev.brokerscope.api.fault.Fault;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.core.text.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// Says what is wrong with a command line, and which word was probably meant.
final class UsageFaults {

    private UsageFaults() {}

    static Fault of(ParameterException e) {
        CommandLine line = e.getCommandLine();
        String command = line.getCommandSpec().qualifiedName();
        String help = "See: " + command + " --help";
        if (e instanceof UnmatchedArgumentException unmatched && !unmatched.getUnmatched().isEmpty()) {
            String word = unmatched.getUnmatched().getFirst();
            boolean option = word.startsWith("-");
            String name = option && word.contains("=") ? word.substring(0, word.indexOf('=')) : word;
            boolean commands = !option && !line.getSubcommands().isEmpty();
            String what = option ? "option" : commands ? "command" : "argument";
            String remedy = nearest(line, name, option).map(n -> "Did you mean " + n + "? ").orElse("");
            return Fault.of(FaultKind.USAGE, "usage.unknown", "There is no " + what + " \"" + name + "\""
                    + (commands ? "." : " of " + command + "."), remedy + help);
        }
        if (e instanceof MissingParameterException) {
            return Fault.of(FaultKind.USAGE, "usage.missing", sentence(String.valueOf(e.getMessage())), help);
        }
        return Fault.of(FaultKind.USAGE, "usage.malformed", sentence(String.valueOf(e.getMessage())), help);
    }

    private static Optional<String> nearest(CommandLine line, String word, boolean option) {
        List<String> known = new ArrayList<>();
        if (option) {
            line.getCommandSpec().options().stream().filter(o -> !o.hidden())
                    .forEach(o -> known.addAll(List.of(o.names())));
        } else {
            line.getSubcommands().forEach((name, sub) -> {
                if (!sub.getCommandSpec().usageMessage().hidden()) {
                    known.add(name);
                }
            });
        }
        return Nearest.of(word, known);
    }

    private static String sentence(String message) {
        return message.endsWith(".") ? message : message + ".";
    }
}
