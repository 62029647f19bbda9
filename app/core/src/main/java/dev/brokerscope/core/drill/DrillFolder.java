package dev.brokerscope.core.drill;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.core.place.Places;
import dev.brokerscope.core.place.WholeFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/// What a drill notes in the state folder before it makes its first channel: `drills/<id>`, locked while it runs. Whatever
/// ends it, a later drill finds the note, and nothing of the drill has to stay behind.
final class DrillFolder implements AutoCloseable {

    private static final String NOTE = "drill.json";
    private static final String LOCK = "lock";

    private final Path folder;
    private final Leftover note;
    private final FileChannel file;

    private DrillFolder(Path folder, Leftover note, FileChannel file) {
        this.folder = folder;
        this.note = note;
        this.file = file;
    }

    /// @param drills the folder `drills` in the state folder
    static DrillFolder begin(Path drills, String connection, Path archive) throws FaultException {
        byte[] random = new byte[4];
        new SecureRandom().nextBytes(random);
        String id = HexFormat.of().formatHex(random);
        Leftover note = new Leftover(id, connection, "drill-" + id + ".", archive.toString(), Instant.now());
        Path folder = drills.resolve(id);
        ObjectNode root = JsonNodeFactory.instance.objectNode().put("connection", connection)
                .put("prefix", note.prefix()).put("archive", note.archive()).put("started", note.started().toString());
        Places.made(folder);
        try {
            FileChannel file = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE);
            if (file.tryLock() == null) {
                throw new IOException("it is locked already");
            }
            WholeFile.write(folder.resolve(NOTE), root.toPrettyString());
            return new DrillFolder(folder, note, file);
        } catch (IOException e) {
            throw new FaultException(FaultKind.FILE_ACCESS, "drill.folder", "The folder " + folder
                    + " cannot be used.", "Choose another place with --state FOLDER.", e);
        }
    }

    String prefix() {
        return note.prefix();
    }

    Path journals() {
        return folder.resolve("restore");
    }

    /// Nothing is left that it has to remember.
    void forget() {
        close();
        remove(folder);
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            // the lock goes with the process
        }
    }

    /// Drills that ended without removing their channels, oldest first; those that run are not among them.
    static List<Leftover> leftovers(Path drills) {
        List<Leftover> found = new ArrayList<>();
        if (Files.isDirectory(drills)) {
            try (Stream<Path> folders = Files.list(drills)) {
                folders.filter(f -> Files.isRegularFile(f.resolve(NOTE)) && !locked(f.resolve(LOCK)))
                        .forEach(f -> found.add(read(f)));
            } catch (IOException e) {
                return List.of();
            }
        }
        found.sort(Comparator.comparing(Leftover::started));
        return found;
    }

    static void forget(Path drills, Leftover leftover) {
        remove(drills.resolve(leftover.id()));
    }

    private static Leftover read(Path folder) {
        String id = String.valueOf(folder.getFileName());
        try {
            JsonNode json = JsonMapper.builder().build().readTree(Files.readString(folder.resolve(NOTE)));
            return new Leftover(id, json.path("connection").asText(), "drill-" + id + ".",
                    json.path("archive").asText(), Instant.parse(json.path("started").asText()));
        } catch (JsonProcessingException | RuntimeException e) {
            return new Leftover(id, "", "drill-" + id + ".", "", Instant.EPOCH);
        } catch (IOException e) {
            return new Leftover(id, "", "drill-" + id + ".", "", Instant.EPOCH);
        }
    }

    private static boolean locked(Path lock) {
        try (FileChannel file = FileChannel.open(lock, StandardOpenOption.WRITE)) {
            FileLock got = file.tryLock();
            return got == null;
        } catch (OverlappingFileLockException ours) {
            return true;
        } catch (IOException missing) {
            return false;
        }
    }

    private static void remove(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            // a later drill tries again
        }
    }
}
