package dev.brokerscope.cli.option;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.archive.Rotation;
import dev.brokerscope.core.backup.SetOptions;
import dev.brokerscope.core.pace.ByteSize;
import dev.brokerscope.core.pace.TimeSpan;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import picocli.CommandLine.Option;

/// Where a backup goes, and how it is put into a set of volumes.
public final class SetWords {

    private static final long SMALLEST = 1 << 20;

    @Option(names = "--out", paramLabel = "FILE", required = true,
            description = "The archive to make, FILE.msgdb, never overwritten; or FOLDER/ for a set of volumes.")
    String out = "";

    @Option(names = "--since-last",
            description = "Reads only what came since the last run in the set; what was deleted "
                    + "meanwhile is said (exit code 3).")
    boolean sinceLast;

    @Option(names = "--follow", description = "Goes on until it is stopped, then seals what is there.")
    boolean follow;

    @Option(names = "--no-seal", description = "With --follow: leaves the last volume open when stopped, for --resume.")
    boolean noSeal;

    @Option(names = "--volume-size", paramLabel = "SIZE",
            description = "Begins another volume of the set when one has this size: 500MB, 4GiB.")
    Optional<String> volumeSize = Optional.empty();

    @Option(names = "--volume-age", paramLabel = "TIME",
            description = "Begins another volume of the set when one is so old: 1h, 1d.")
    Optional<String> volumeAge = Optional.empty();

    @Option(names = "--workers-group", paramLabel = "NAME",
            description = "Shares the backup with all processes that give the same name, channels and folder, through a "
                    + "consumer group of that name; needs --consent joins-group.")
    Optional<String> workers = Optional.empty();

    /// The group whose members share the backup.
    public Optional<String> workers() {
        return workers;
    }

    /// As it was typed.
    public String text() {
        return out;
    }

    public Path path() {
        return Path.of(out).toAbsolutePath().normalize();
    }

    /// Absent where one file is to be made.
    ///
    /// @throws FaultException of kind `USAGE` for options of a set together with a file, and for a badly named file
    public Optional<SetOptions> set() throws FaultException {
        boolean folder = out.endsWith("/") || out.endsWith(File.separator) || Files.isDirectory(path());
        if (!folder) {
            demandFile();
            return Optional.empty();
        }
        if (noSeal && !follow) {
            throw new FaultException(FaultKind.USAGE, "backup.no-seal", "--no-seal belongs to --follow.",
                    "Leave it out: other runs are sealed at their end.");
        }
        if (workers.isPresent() && (sinceLast || follow || volumeSize.isPresent() || volumeAge.isPresent())) {
            throw new FaultException(FaultKind.USAGE, "backup.workers",
                    "--workers-group shares one whole run; it cannot "
                            + "be combined with --since-last, --follow, --volume-size or --volume-age.",
                    "Leave them out.");
        }
        return Optional.of(new SetOptions(rotation(), sinceLast, follow, !noSeal));
    }

    private void demandFile() throws FaultException {
        boolean ofSets = sinceLast || follow || noSeal || volumeSize.isPresent() || volumeAge.isPresent()
                || workers.isPresent();
        if (ofSets) {
            throw new FaultException(FaultKind.USAGE, "backup.set-needed",
                    "--since-last, --follow, --no-seal, --volume-size, --volume-age and --workers-group "
                            + "need a set of volumes, but \""
                            + out
                            + "\" is a file.",
                    "Name a folder: --out FOLDER/.");
        }
        if (!out.endsWith(".msgdb")) {
            throw new FaultException(FaultKind.USAGE, "backup.name",
                    "The archive's name must end in .msgdb, not \"" + out + "\".",
                    "Give --out FILE.msgdb, or --out FOLDER/ for a set of volumes.");
        }
    }

    private Rotation rotation() throws FaultException {
        OptionalLong bytes = OptionalLong.empty();
        if (volumeSize.isPresent()) {
            bytes = OptionalLong.of(ByteSize.parse(volumeSize.get()).bytes());
            if (bytes.getAsLong() < SMALLEST) {
                throw new FaultException(FaultKind.USAGE, "backup.volume-size",
                        "Volumes of " + volumeSize.get() + " are too small.", "Give at least 1MiB.");
            }
        }
        Optional<Duration> age =
                volumeAge.isPresent() ? Optional.of(TimeSpan.parse(volumeAge.get()).duration()) : Optional.empty();
        return new Rotation(bytes, age);
    }
}
