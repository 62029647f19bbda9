package dev.brokerscope.faults.harness;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;

/// The native library of SQLite, unpacked once: a thousand killed processes would leave a thousand copies behind.
record Natives(List<String> options) {

    private static final class Once {
        static final Natives EXTRACTED = extract();
    }

    static Natives extracted() {
        return Once.EXTRACTED;
    }

    private static Natives extract() {
        String arch = System.getProperty("os.arch").equals("aarch64") ? "aarch64" : "x86_64";
        String resource = "/org/sqlite/native/Linux/" + arch + "/libsqlitejdbc.so";
        boolean linux = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux");
        try (InputStream in = org.sqlite.SQLiteJDBCLoader.class.getResourceAsStream(resource)) {
            if (!linux || in == null) {
                return new Natives(List.of());
            }
            Path folder = Files.createDirectories(Path.of("target", "natives").toAbsolutePath());
            Path fresh = Files.createTempFile(folder, "sqlite", ".so");
            Files.copy(in, fresh, StandardCopyOption.REPLACE_EXISTING);
            Files.move(fresh, folder.resolve("libsqlitejdbc.so"), StandardCopyOption.REPLACE_EXISTING);
            return new Natives(List.of("-Dorg.sqlite.lib.path=" + folder, "-Dorg.sqlite.lib.name=libsqlitejdbc.so",
                    "-DZstdTempFolder=" + folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
