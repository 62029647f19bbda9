package dev.brokerscope.cli;

import dev.brokerscope.cli.output.ExitCode;
import dev.brokerscope.cli.output.Terminal;
import dev.brokerscope.core.Engine;
import dev.brokerscope.core.EngineOptions;
import dev.brokerscope.core.plugin.PluginHost;
import dev.brokerscope.core.secret.Keyrings;
import dev.brokerscope.plugin.memory.MemoryBroker;
import dev.brokerscope.plugin.memory.MemoryPlugin;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// A user at a shell, with a home of its own. Without plugin folders there is the memory broker, which lives as long as
/// this.
final class Shell {

    /// What a command left behind.
    record Result(int exit, String out, String err) {}

    private final Path home;
    private final List<Path> pluginFolders;
    private final MemoryPlugin memory = new MemoryPlugin();
    private final Map<String, String> environment = new HashMap<>();
    private Optional<String> answer = Optional.empty();

    Shell(Path home, Path... pluginFolders) {
        this.home = home;
        this.pluginFolders = List.of(pluginFolders);
    }

    MemoryBroker broker() {
        return memory.broker("default");
    }

    MemoryBroker broker(String name) {
        return memory.broker(name);
    }

    Shell with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /// What the user types when asked for a secret.
    Shell answering(String text) {
        answer = Optional.of(text);
        return this;
    }

    Path home() {
        return home;
    }

    /// A file that the user sees.
    String file(String name) {
        return home.resolve(name).toString();
    }

    /// One string for each word.
    Result run(String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Function<String, Optional<char[]>> ask = question -> answer.map(String::toCharArray);
        Terminal terminal = new Terminal(out, err, new ByteArrayInputStream(new byte[0]), false, false, environment,
                ask);
        ExitCode exit = new Cli(terminal, places -> engine(ask)).run(List.of(words));
        return new Result(exit.number(), out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private Engine engine(Function<String, Optional<char[]>> ask) {
        EngineOptions options = new EngineOptions(pluginFolders,
                EngineOptions.under(home.resolve("home"), List.of()).places(), ask::apply, Keyrings.NONE, environment);
        return pluginFolders.isEmpty()
                ? Engine.start(options, PluginHost.of(List.of(memory), List.of()))
                : Engine.start(options);
    }

    /// Words that are one line, apart by spaces.
    Result line(String line) {
        return run(line.split(" "));
    }
}
