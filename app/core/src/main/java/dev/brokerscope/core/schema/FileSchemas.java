package dev.brokerscope.core.schema;

import dev.brokerscope.api.decode.RegisteredSchema;
import dev.brokerscope.api.decode.SchemaId;
import dev.brokerscope.api.decode.SchemaSource;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Schemas in a file or a folder of `.avsc` files. A schema is found by its fingerprint, by its file's name
/// (`file:order.avsc`), and by a file named after its id (`42.avsc` for `id:42`). Files are read anew each time, so that
/// edits count at once. Any thread.
public final class FileSchemas implements SchemaSource {

    private static final String SUFFIX = ".avsc";
    private static final long MOST_BYTES = 16L << 20;
    private static final int MOST_FILES = 10_000;

    private final Path place;

    /// @param place a file, or a folder whose files count, without those of folders in it
    public FileSchemas(Path place) {
        this.place = place;
    }

    @Override
    public RegisteredSchema find(SchemaId id) throws FaultException {
        for (Path file : files()) {
            String name = String.valueOf(file.getFileName());
            boolean named = switch (id.scheme()) {
                case "file" -> name.equals(id.value());
                case "id" -> name.equals(id.value() + SUFFIX);
                default -> false;
            };
            if (named || id.scheme().equals("fingerprint") && fingerprint(file).equals(Optional.of(id.value()))) {
                return new RegisteredSchema(id, "file", "AVRO", text(file), List.of(), List.of());
            }
        }
        throw new FaultException(FaultKind.NOT_FOUND, "schema.file", "Schema " + id + " is not in " + place + ".",
                "Put its file there, or pick one with Decode as.");
    }

    private List<Path> files() throws FaultException {
        if (Files.isRegularFile(place)) {
            return List.of(place);
        }
        try (Stream<Path> entries = Files.list(place)) {
            return entries.filter(f -> f.toString().endsWith(SUFFIX)).sorted().limit(MOST_FILES).toList();
        } catch (IOException e) {
            throw unreadable(place, e);
        }
    }

    private static Optional<String> fingerprint(Path file) throws FaultException {
        return AvroFingerprint.of(text(file));
    }

    private static String text(Path file) throws FaultException {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new FaultException(FaultKind.TOO_LARGE, "schema.file",
                        "The schema file " + file + " has more than 16 MiB.", "");
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static FaultException unreadable(Path file, IOException e) {
        return new FaultException(FaultKind.FILE_ACCESS, "schema.file", "The schemas in " + file + " cannot be read.",
                "Check that it is there, and who may read it.", e);
    }
}
