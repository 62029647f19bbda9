package dev.brokerscope.desktop.wizard.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// Where the archive is written. FX thread only, but for [#stateOf].
public final class Destination {

    /// What stands under a name already.
    public enum State {
        FREE,
        /// A finished archive: never written into again.
        TAKEN,
        /// Of an interrupted backup, which can be continued.
        UNFINISHED,
        /// A folder that holds volumes, to which further ones can be added.
        VOLUMES
    }

    private static final String ENDING = ".msgdb";

    private final StringProperty folder = new SimpleStringProperty();
    private final StringProperty name = new SimpleStringProperty("");
    private final BooleanProperty resume = new SimpleBooleanProperty();
    private final BooleanProperty volumes = new SimpleBooleanProperty();
    private final BooleanProperty sinceLast = new SimpleBooleanProperty(true);
    private String suggested = "";

    public Destination(Path folder) {
        this.folder.set(folder.toString());
    }

    public StringProperty folderProperty() {
        return folder;
    }

    /// The file's name, with or without its ending.
    public StringProperty nameProperty() {
        return name;
    }

    /// Whether an unfinished backup of that name is continued.
    public BooleanProperty resumeProperty() {
        return resume;
    }

    /// Whether a folder of volumes is made instead of one file, so that further runs can be added.
    public BooleanProperty volumesProperty() {
        return volumes;
    }

    /// Whether a further run reads only what is new since the last one.
    public BooleanProperty sinceLastProperty() {
        return sinceLast;
    }

    /// Names the file after what it will hold, unless a name was typed.
    public void suggest(String connection, List<String> channels, LocalDate day) {
        if (name.get().isBlank() || name.get().equals(suggested)) {
            String what = channels.size() == 1 ? channels.getFirst() : connection;
            suggested = what.replaceAll("[^\\p{L}\\p{N}._-]+", "-") + "-" + day;
            name.set(suggested);
        }
    }

    /// Absent where the words are no path.
    public Optional<Path> file() {
        String words = name.get().strip();
        if (words.isEmpty() || words.contains("/") || words.contains("\\") || folder.get().isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Path.of(folder.get().strip())
                    .resolve(words.endsWith(ENDING) || volumes.get() ? words : words + ENDING).toAbsolutePath()
                    .normalize());
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /// Looks into the file system; blocks.
    public static State stateOf(Path file) {
        if (Files.isDirectory(file)) {
            return stateOfFolder(file);
        }
        if (Files.exists(file.resolveSibling(file.getFileName() + ".partial"))) {
            return State.UNFINISHED;
        }
        return Files.exists(file) ? State.TAKEN : State.FREE;
    }

    private static State stateOfFolder(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            List<String> names = files.map(file -> String.valueOf(file.getFileName())).toList();
            return names.stream().anyMatch(n -> n.endsWith(ENDING + ".partial")) ? State.UNFINISHED
                    : names.stream().anyMatch(n -> n.endsWith(ENDING)) ? State.VOLUMES : State.FREE;
        } catch (IOException e) {
            return State.TAKEN;
        }
    }
}
