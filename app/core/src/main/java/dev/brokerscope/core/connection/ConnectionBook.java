package dev.brokerscope.core.connection;

import dev.brokerscope.api.fault.Fault;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.core.text.Nearest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// The saved connections: one readable file each, read anew for every question, so that what another process saved is
/// seen. Any thread.
public final class ConnectionBook {

    private static final int LONGEST_NAME = 100;

    private final Path folder;

    public ConnectionBook(Path folder) {
        this.folder = folder;
    }

    /// @param broken files that cannot be used, each with the reason
    public record Contents(List<Connection> connections, List<Fault> broken) {
        public Contents {
            connections = List.copyOf(connections);
            broken = List.copyOf(broken);
        }
    }

    public Path folder() {
        return folder;
    }

    /// All of them, by name, with the files that could not be read.
    public Contents contents() throws FaultException {
        List<Connection> connections = new ArrayList<>();
        List<Fault> broken = new ArrayList<>();
        for (Path file : files()) {
            try {
                connections.add(ConnectionFile.read(file));
            } catch (FaultException e) {
                broken.add(e.fault());
            }
        }
        connections.sort(Comparator.comparing(c -> c.name().toLowerCase(Locale.ROOT)));
        return new Contents(connections, broken);
    }

    /// Those that can be used, by name.
    public List<Connection> list() throws FaultException {
        return contents().connections();
    }

    public Optional<Connection> find(String name) throws FaultException {
        Path file = file(name);
        return Files.exists(file) ? Optional.of(ConnectionFile.read(file)) : Optional.empty();
    }

    /// @throws FaultException of kind `NOT_FOUND` that names the nearest name, or says why its file cannot be used
    public Connection get(String name) throws FaultException {
        Optional<Connection> found = find(name);
        if (found.isPresent()) {
            return found.get();
        }
        List<String> names = list().stream().map(Connection::name).toList();
        String remedy = names.isEmpty()
                ? "Add it with: brokerscope connections add " + name + " --broker KIND --set KEY=VALUE"
                : Nearest.of(name, names).map(n -> "Did you mean " + n + "?")
                        .orElse("There are: " + String.join(", ", names) + ".");
        throw new FaultException(FaultKind.NOT_FOUND, "connection.unknown",
                "There is no connection \"" + name + "\".", remedy);
    }

    /// Adds it, or replaces the one of that name.
    ///
    /// @return as it is saved now
    public Connection save(Connection connection) throws FaultException {
        problemOf(connection.name()).ifPresent(p -> {
            throw new IllegalArgumentException(p);
        });
        Connection saved = connection.asSaved();
        ConnectionFile.write(file(connection.name()), saved);
        return saved;
    }

    /// Whether there was one. Its secrets stay where they are: other connections may use them.
    public boolean remove(String name) throws FaultException {
        try {
            return Files.deleteIfExists(file(name));
        } catch (IOException e) {
            throw new FaultException(FaultKind.FILE_ACCESS, "connection.not-removed",
                    "The connection's file " + file(name) + " cannot be deleted.", "Check the folder's permissions.",
                    e);
        }
    }

    /// Saves a copy as `NAME 2`, `NAME 3` and so on.
    public Connection duplicate(String name) throws FaultException {
        Connection original = get(name);
        int number = 2;
        while (Files.exists(file(name + " " + number))) {
            number++;
        }
        return save(original.named(name + " " + number));
    }

    /// What is wrong with a name, as a sentence; absent if nothing.
    public static Optional<String> problemOf(String name) {
        if (name.isBlank() || !name.equals(name.strip())) {
            return Optional.of("A connection's name must not be empty, and not begin or end with a space.");
        }
        if (name.length() > LONGEST_NAME) {
            return Optional.of("A connection's name has at most " + LONGEST_NAME + " characters.");
        }
        if (name.codePoints().anyMatch(c -> c == '/' || c == '\\' || Character.isISOControl(c))
                || name.endsWith(".msgdb") || name.contains("::")) {
            return Optional.of("A connection's name must not look like a path: no slash, no \"::\", no \".msgdb\".");
        }
        return Optional.empty();
    }

    private List<Path> files() throws FaultException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(".json") && !f.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new FaultException(FaultKind.FILE_ACCESS, "connection.folder",
                    "The folder of connections " + folder + " cannot be read.", "Check its permissions.", e);
        }
    }

    /// Letters, digits and a few signs as they are, the rest as `%41`: a valid file name everywhere.
    private Path file(String name) {
        StringBuilder file = new StringBuilder();
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            boolean plain = c < 128 && (Character.isLetterOrDigit(c) || "-_ ".indexOf(c) >= 0
                    || c == '.' && !file.isEmpty());
            file.append(plain ? String.valueOf(c) : String.format("%%%02X", (int) c));
        }
        return folder.resolve(file + ".json");
    }
}
