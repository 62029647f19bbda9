package dev.brokerscope.cli;

import dev.brokerscope.cli.output.Terminal;
import dev.brokerscope.core.Engine;
import dev.brokerscope.core.EngineOptions;
import java.util.ArrayList;
import java.util.List;

/// Runs several commands in one JVM. While the distribution is built, Java records what they load and run, so that each
/// later start finds it prepared.
final class Training {

    private static final String NEXT = ";";

    private Training() {}

    /// The commands' words, with a `;` between two commands. How they end does not matter.
    public static void main(String[] arguments) {
        List<String> words = new ArrayList<>();
        for (String argument : arguments) {
            if (argument.equals(NEXT)) {
                run(words);
                words = new ArrayList<>();
            } else {
                words.add(argument);
            }
        }
        run(words);
    }

    private static void run(List<String> words) {
        Terminal terminal = Terminal.ofSystem();
        new Cli(terminal, places -> Engine.start(EngineOptions.ofSystem(terminal.ask()::apply).in(places))).run(words);
    }
}
