package dev.brokerscope.faults.harness;

import dev.brokerscope.faults.child.WarmChild;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// The class path of this JVM as jars, and its classes as an archive that a JVM maps instead of reading them: the many
/// children start in half the time.
///
/// @param options where the archive could be made
record ClassData(String classPath, List<String> options) {

    private static final class Once {
        static final ClassData MADE = make();
    }

    static ClassData made() {
        return Once.MADE;
    }

    private static ClassData make() {
        try {
            Path folder = Files.createDirectories(Path.of("target", "class-data").toAbsolutePath());
            String classPath = packed(folder);
            Path archive = folder.resolve("children.jsa");
            Files.deleteIfExists(archive);
            return new ClassData(classPath, warmed(folder, classPath, archive)
                    ? List.of("-XX:SharedArchiveFile=" + archive) : List.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the children's classes were archived", e);
        }
    }

    private static boolean warmed(Path folder, String classPath, Path archive)
            throws IOException, InterruptedException {
        Path file = Files.createTempDirectory(folder, "warm").resolve("a.msgdb");
        List<String> command = new ArrayList<>(List.of(Child.JAVA));
        command.addAll(Child.OPTIONS);
        command.addAll(Natives.extracted().options());
        command.addAll(List.of("-Dbrokerscope.plugins=" + Path.of("target", "plugins").toAbsolutePath(),
                "-XX:ArchiveClassesAtExit=" + archive, "-cp", classPath, WarmChild.class.getName(), file.toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(folder.resolve("warm.log").toFile()).start();
        return process.waitFor(1, TimeUnit.MINUTES) && process.exitValue() == 0 && Files.exists(archive);
    }

    /// The JVM archives classes of jars only.
    private static String packed(Path folder) throws IOException {
        List<String> places = new ArrayList<>();
        for (String place : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path path = Path.of(place);
            if (Files.isDirectory(path)) {
                Path jar = folder.resolve(places.size() + ".jar");
                pack(path, jar);
                places.add(jar.toString());
            } else if (Files.exists(path)) {
                places.add(place);
            }
        }
        return String.join(File.pathSeparator, places);
    }

    private static void pack(Path folder, Path jar) throws IOException {
        try (Stream<Path> files = Files.walk(folder);
                ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            zip.setMethod(ZipOutputStream.STORED);
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                byte[] bytes = Files.readAllBytes(file);
                CRC32 crc = new CRC32();
                crc.update(bytes);
                ZipEntry entry = new ZipEntry(folder.relativize(file).toString());
                entry.setSize(bytes.length);
                entry.setCrc(crc.getValue());
                zip.putNextEntry(entry);
                zip.write(bytes);
            }
        }
    }
}
