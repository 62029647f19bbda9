package dev.brokerscope.installers;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Records what the window loads until the sample archive stands in it, so that it opens in half the time: an AOT
/// cache, `lib/desktop.aot`. Needs a display, or Xvfb, or at least the libraries that draw text; without all three
/// the package does without, which is told and nothing more.
record WindowRecord(Programs programs, Metadata metadata, Path work) {

    private static final Duration LIMIT = Duration.ofMinutes(10);

    /// @param home the folder that holds `lib`, `plugins`, `samples`
    /// @param runtime the Java that the record will be valid for
    /// @return a sentence where there is no record, or one that was made without a real window
    Optional<String> make(Path home, Path runtime) throws IOException, InterruptedException {
        Path record = home.resolve("lib").resolve("desktop.aot");
        Files.deleteIfExists(record);
        Optional<String> remark = Optional.empty();
        List<String> training = training(home, runtime, record);
        Optional<Path> xvfb = Programs.find("xvfb-run");
        if (!hasDisplay() && xvfb.isEmpty()) {
            remark = Optional
                    .of("Neither a display nor xvfb-run is there: the start of the window is recorded in memory,"
                            + " which saves a little less of each start.");
            training.addAll(1, List.of("-Dglass.platform=Headless"));
        } else if (!hasDisplay()) {
            training.addAll(0, List.of(xvfb.get().toString(), "-a", "-s", "-screen 0 1600x1000x24"));
        }
        try {
            programs.run(training, places(), LIMIT);
        } catch (PackagingException failed) {
            Files.deleteIfExists(record);
            Files.deleteIfExists(record.resolveSibling(record.getFileName() + ".config"));
            return Optional.of("The start of the window was not recorded, so that it takes longer: "
                    + failed.getMessage());
        }
        if (!Files.exists(record)) {
            return Optional.of("Java recorded nothing of the window's start: see the logs of the packaging.");
        }
        Files.copy(runtime.resolve("release"), home.resolve("lib").resolve("desktop.aot.release"),
                StandardCopyOption.REPLACE_EXISTING);
        return remark;
    }

    private List<String> training(Path home, Path runtime, Path record) throws IOException {
        for (Path jar : ProgramImage.classPath(home)) {
            Files.setLastModifiedTime(jar, Tree.TIME);
        }
        List<String> command = new ArrayList<>();
        command.add(RuntimeImage.java(runtime).toString());
        command.addAll(metadata.list("java.options"));
        command.addAll(metadata.list("window.options"));
        command.addAll(List.of("-XX:+UseSerialGC", "-Dprism.order=sw", "-XX:AOTCacheOutput=" + record,
                "-Dbrokerscope.home=" + home, "-Dorg.sqlite.tmpdir=" + work, "-DZstdTempFolder=" + work,
                "-cp", ProgramImage.classPath(home).stream().map(Path::toString)
                        .collect(Collectors.joining(File.pathSeparator)),
                "dev.brokerscope.desktop.Training", home.resolve("samples").resolve("demo.msgdb").toString()));
        return command;
    }

    private static boolean hasDisplay() {
        return Platform.current().system() != Platform.OperatingSystem.LINUX
                || System.getenv("DISPLAY") != null || System.getenv("WAYLAND_DISPLAY") != null;
    }

    /// The training leaves nothing in the home of who builds.
    private Map<String, String> places() throws IOException {
        Path home = Files.createDirectories(work.resolve("training-home"));
        return Map.of("HOME", home.toString(), "XDG_CONFIG_HOME", home.resolve("config").toString(),
                "XDG_DATA_HOME", home.resolve("data").toString(), "XDG_STATE_HOME", home.resolve("state").toString(),
                "XDG_CACHE_HOME", home.resolve("cache").toString(), "APPDATA", home.resolve("roaming").toString(),
                "LOCALAPPDATA", home.resolve("local").toString());
    }
}
