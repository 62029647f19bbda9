package dev.brokerscope.desktop.wizard.backup;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
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
        UNFINISHED
    }

    private static final String ENDING = ".msgdb";

    private final StringProperty folder = new SimpleStringProperty();
    private final StringProperty name = new SimpleStringProperty("");
    private final BooleanProperty resume = new SimpleBooleanProperty();
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

    /// Names the file after what it will hold, unless a name was typed.
    void suggest(String connection, List<String> channels, LocalDate day) {
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
                    .resolve(words.endsWith(ENDING) ? words : words + ENDING).toAbsolutePath().normalize());
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /// Looks into the file system; blocks.
    static State stateOf(Path file) {
        if (Files.exists(file.resolveSibling(file.getFileName() + ".partial"))) {
            return State.UNFINISHED;
        }
        return Files.exists(file) ? State.TAKEN : State.FREE;
    }
}
