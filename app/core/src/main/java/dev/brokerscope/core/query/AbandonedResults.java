package dev.brokerscope.core.query;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Cleans up behind processes that could not: the name of a result's folder begins with its owner's process id.
final class AbandonedResults {

    private AbandonedResults() {}

    static void clean(Path cache, String suffix) throws IOException {
        try (Stream<Path> folders = Files.list(cache)) {
            folders.filter(f -> f.getFileName().toString().endsWith(suffix)).filter(f -> !ownerAlive(f))
                    .forEach(AbandonedResults::delete);
        }
    }

    private static boolean ownerAlive(Path folder) {
        String name = folder.getFileName().toString();
        try {
            return ProcessHandle.of(Long.parseLong(name.substring(0, name.indexOf('-')))).isPresent();
        } catch (NumberFormatException | StringIndexOutOfBoundsException foreign) {
            return true;
        }
    }

    /// What cannot be deleted now (Windows keeps open files) is left for the next time.
    static void delete(Path folder) {
        try (Stream<Path> inside = Files.walk(folder)) {
            List<Path> deepestFirst = inside.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            System.getLogger(AbandonedResults.class.getName()).log(System.Logger.Level.DEBUG, "left {0}", folder);
        }
    }

    static void closeQuietly(Closeable open) {
        try {
            open.close();
        } catch (IOException e) {
            System.getLogger(AbandonedResults.class.getName()).log(System.Logger.Level.DEBUG, "could not close", e);
        }
    }
}
