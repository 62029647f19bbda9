package dev.brokerscope.cli;

import dev.brokerscope.api.fault.Fault;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.core.place.Places;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.LoggerFactory;

/// The technical log: written where `--log-file` says, else nowhere but for defects of our own.
final class LogFile {

    private LogFile() {}

    /// Before the first log line of the process, which reads these properties once.
    static void configure(Optional<Path> file) {
        file.ifPresent(f -> System.setProperty("brokerscope.log", f.toAbsolutePath().toString()));
        System.setProperty("logback.configurationFile",
                file.isPresent() ? "logback-cli-file.xml" : "logback-cli.xml");
    }

    /// A defect of ours as a sentence with a support code; the stack trace goes to the log.
    static Fault defect(Places places, Throwable defect) {
        StringWriter trace = new StringWriter();
        defect.printStackTrace(new PrintWriter(trace));
        String code = String.format(Locale.ROOT, "%08X", (defect.getClass().getName()
                + (defect.getStackTrace().length == 0 ? "" : defect.getStackTrace()[0])).hashCode());
        LoggerFactory.getLogger(LogFile.class).error("support code {}", code, defect);
        return Fault.of(FaultKind.INTERNAL, "internal",
                "That is a defect of Brokerscope (support code " + code + ").",
                kept(places.logs().resolve("defects.log"), code, trace.toString())).withDetails(trace.toString());
    }

    private static String kept(Path file, String code, String trace) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, Instant.now() + " support code " + code + "\n" + trace + "\n",
                    StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            return "Please report it with what stands in " + file + ".";
        } catch (IOException noPlace) {
            return "Please report it with the output of -v.";
        }
    }
}
