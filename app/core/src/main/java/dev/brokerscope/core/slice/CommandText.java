package dev.brokerscope.core.slice;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A command line for people to copy: arguments quoted for a POSIX shell.
public final class CommandText {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:=,+-]+");

    private final List<String> arguments = new ArrayList<>();

    public CommandText(String... first) {
        arguments.add("brokerscope");
        arguments.addAll(List.of(first));
    }

    public CommandText add(String... more) {
        arguments.addAll(List.of(more));
        return this;
    }

    public CommandText addAll(List<String> more) {
        arguments.addAll(more);
        return this;
    }

    public CommandText addIf(boolean wanted, String... more) {
        return wanted ? add(more) : this;
    }

    public String text() {
        return arguments.stream().map(CommandText::quoted).collect(Collectors.joining(" "));
    }

    private static String quoted(String argument) {
        return PLAIN.matcher(argument).matches() ? argument : "'" + argument.replace("'", "'\\''") + "'";
    }
}
