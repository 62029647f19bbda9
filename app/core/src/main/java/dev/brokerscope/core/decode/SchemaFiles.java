package dev.brokerscope.core.decode;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Texts of schema files picked by hand, read again when a file changes.
final class SchemaFiles {

    private static final long MOST_BYTES = 16L << 20;

    private final Map<Path, Content> contents = new ConcurrentHashMap<>();

    private record Content(FileTime changed, String text) {}

    String read(Path file) throws FaultException {
        try {
            FileTime changed = Files.getLastModifiedTime(file);
            Content known = contents.get(file);
            if (known != null && known.changed().equals(changed)) {
                return known.text();
            }
            if (Files.size(file) > MOST_BYTES) {
                throw new FaultException(FaultKind.TOO_LARGE, "schema.file",
                        "The schema file " + file + " has more than 16 MiB.", "Pick the schema itself.");
            }
            String text = Files.readString(file);
            contents.put(file, new Content(changed, text));
            return text;
        } catch (IOException e) {
            throw new FaultException(FaultKind.FILE_ACCESS, "schema.file",
                    "The schema file " + file + " cannot be read.", "Pick another one with Decode as.", e);
        }
    }
}
