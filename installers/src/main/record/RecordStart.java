import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Records what the command line loads and runs, so that it starts in half the time. Arguments: the distribution's
/// folder, an archive to work with, a folder for what comes and goes, and the folder of the Java to record for, if it is
/// not the one that runs this.
///
/// The start script takes the record only with the very same Java, and Java itself takes it only with the very same jars;
/// without it everything works, a little later. So a failure here is told and nothing more.
final class RecordStart {

    /// Even seconds: zip files keep no odd ones.
    private static final FileTime JAR_TIME = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path home = Path.of(arguments[0]).toRealPath();
        Path record = home.resolve("lib").resolve("command-line.aot");
        Path release = home.resolve("lib").resolve("command-line.aot.release");
        Files.deleteIfExists(record);
        Files.deleteIfExists(release);
        Path work = Files.createDirectories(Path.of(arguments[2])).toRealPath();
        Path java = Path.of(arguments.length > 3 ? arguments[3] : System.getProperty("java.home"));
        Path log = work.resolve("record.log");
        Process process = new ProcessBuilder(command(java, home, record, Path.of(arguments[1]).toRealPath(),
                Files.createTempDirectory(work, "run"))).redirectErrorStream(true).redirectOutput(log.toFile()).start();
        process.getOutputStream().close();
        if (process.waitFor(10, TimeUnit.MINUTES) && process.exitValue() == 0 && Files.exists(record)) {
            Files.copy(java.resolve("release"), release, StandardCopyOption.REPLACE_EXISTING);
        } else {
            process.destroyForcibly();
            Files.deleteIfExists(record);
            Files.deleteIfExists(record.resolveSibling("command-line.aot.config"));
            System.err.println("The start of the command line was not recorded: see " + log);
        }
    }

    private static List<String> command(Path runtime, Path home, Path record, Path archive, Path work)
            throws IOException {
        String java = runtime.resolve("bin").resolve("java").toString();
        List<String> command = new ArrayList<>(List.of(java, "-XX:+UseSerialGC", "-XX:-UsePerfData",
                "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow",
                // profiles of small jobs make the second compiler busy with the wrong methods
                "-XX:+UnlockDiagnosticVMOptions", "-XX:-AOTRecordTraining", "-XX:AOTCacheOutput=" + record, "-Dbrokerscope.home=" + home, "-Dorg.sqlite.tmpdir=" + work,
                "-DZstdTempFolder=" + work, "-Djava.awt.headless=true", "-cp", classPath(home),
                "dev.brokerscope.cli.Training"));
        String copy = work.resolve("a.msgdb").toString();
        String rest = " -q --state " + work.resolve("state");
        String words = "backup --all -c " + archive + " --out " + copy + " --verify deep" + rest
                + " ; restore " + copy + " --broker memory --stage development --write" + rest
                + " ; read payments --last 10 -c " + copy + rest + " ; channels -c " + copy + rest
                + " ; info " + copy + " ; plugins ; --help";
        command.addAll(List.of(words.split(" ")));
        return command;
    }

    /// As the start script puts it together: sorted by name.
    private static String classPath(Path home) throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("lib"))) {
            List<Path> jars = files.filter(f -> f.toString().endsWith(".jar")).sorted().toList();
            for (Path jar : jars) {
                Files.setLastModifiedTime(jar, JAR_TIME);
            }
            return jars.stream().map(Path::toString).collect(Collectors.joining(java.io.File.pathSeparator));
        }
    }
}
