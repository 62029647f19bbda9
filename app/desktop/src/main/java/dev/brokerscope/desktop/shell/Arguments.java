package dev.brokerscope.desktop.shell;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the window was asked to open: `--connect NAME`, `--channel NAME`, and archives as plain paths.
///
/// @param connect name of a saved connection
/// @param channel of that connection, as the command line writes it
public record Arguments(Optional<String> connect, Optional<String> channel, List<Path> archives) {

    public static Arguments parse(List<String> words) {
        Optional<String> connect = Optional.empty();
        Optional<String> channel = Optional.empty();
        List<Path> archives = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            Optional<String> next = i + 1 < words.size() ? Optional.of(words.get(i + 1)) : Optional.empty();
            switch (words.get(i)) {
                case "--connect" -> {
                    connect = next;
                    i++;
                }
                case "--channel" -> {
                    channel = next;
                    i++;
                }
                case "--open" -> {
                    next.map(Path::of).ifPresent(archives::add);
                    i++;
                }
                default -> archives.add(Path.of(words.get(i)));
            }
        }
        return new Arguments(connect, channel, archives);
    }
}
