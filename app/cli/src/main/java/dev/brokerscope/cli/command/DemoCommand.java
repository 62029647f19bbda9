package dev.brokerscope.cli.command;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.cli.run.Run;
import dev.brokerscope.cli.run.CommonOptions;
import dev.brokerscope.cli.output.ExitCode;
import dev.brokerscope.core.EngineOptions;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "demo",
        description = "Starts a real broker and a schema registry on this machine, filled with samples, "
                + "and shows the program with them. Everything ends with Ctrl-C.",
        footerHeading = "%nExamples:%n", optionListHeading = "%nOptions:%n", parameterListHeading = "%nArguments:%n")
final class DemoCommand implements CliCommand {

    private static final long FAREWELL_SECONDS = 8;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Option(names = "--cli", description = "Tells the story on the command line, even where there is a display.")
    boolean cli;

    @Option(names = "--serve", description = "Only runs broker and registry, and prints their addresses.")
    boolean serve;

    @Option(names = "--now", paramLabel = "TIME",
            description = "Lets the samples end at that moment (2026-11-22T10:00:00Z): the same messages each time.")
    Optional<String> now = Optional.empty();

    @Override
    public CommonOptions common() {
        return common;
    }

    @Override
    public ExitCode run(Run run) throws FaultException, InterruptedException {
        if (cli && serve) {
            throw new FaultException(FaultKind.USAGE, "demo.both", "--cli and --serve exclude each other.",
                    "Give one of them.");
        }
        Path home = Path.of(System.getProperty(EngineOptions.HOME_PROPERTY, ""));
        Path folder = home.resolve("demo");
        if (home.toString().isEmpty() || !Files.isDirectory(folder)) {
            throw new FaultException(FaultKind.NOT_FOUND, "demo.absent",
                    "The demo is not part of this installation" + (home.toString().isEmpty() ? "." : ": there is no "
                            + folder + "."),
                    "Take the portable distribution, or run mvn -q -Pdemo in the sources.");
        }
        return exit(started(home, folder));
    }

    private Process started(Path home, Path folder) throws FaultException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC",
                "-D" + EngineOptions.HOME_PROPERTY + "=" + home,
                "-cp", folder + File.separator + "*", "dev.brokerscope.demo.Demo"));
        if (cli) {
            command.add("--cli");
        }
        if (serve) {
            command.add("--serve");
        }
        now.ifPresent(time -> command.addAll(List.of("--now", time)));
        try {
            return new ProcessBuilder(command).inheritIO().start();
        } catch (IOException e) {
            throw new FaultException(FaultKind.FILE_ACCESS, "demo.start", "The demo cannot be started.",
                    "Check " + folder + ".", e);
        }
    }

    /// Ctrl-C reaches the demo too, which ends its broker by itself.
    private static ExitCode exit(Process demo) throws InterruptedException {
        try {
            int number = demo.waitFor();
            for (ExitCode code : ExitCode.values()) {
                if (code.number() == number) {
                    return code;
                }
            }
            return ExitCode.FAILED;
        } catch (InterruptedException e) {
            demo.destroy();
            if (!demo.waitFor(FAREWELL_SECONDS, TimeUnit.SECONDS)) {
                demo.destroyForcibly();
            }
            throw e;
        }
    }
}
