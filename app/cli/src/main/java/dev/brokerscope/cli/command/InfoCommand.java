package dev.brokerscope.cli.command;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.archive.Archive;
import dev.brokerscope.archive.ArchiveContents;
import dev.brokerscope.cli.run.Run;
import dev.brokerscope.cli.run.CommonOptions;
import dev.brokerscope.cli.option.KeyOptions;
import dev.brokerscope.cli.output.ExitCode;
import dev.brokerscope.cli.output.Json;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "info", description = "Tells what an archive holds: runs, channels, coverage, gaps, schemas, groups.",
        footerHeading = "%nExamples:%n", optionListHeading = "%nOptions:%n", parameterListHeading = "%nArguments:%n")
final class InfoCommand implements CliCommand {

    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    KeyOptions keys = new KeyOptions();

    @Parameters(paramLabel = "ARCHIVE", description = "The file, or the folder of a set.")
    Path archive = Path.of("");

    @Option(names = "--dump",
            description = "The canonical dump instead: equal for equal archives, for comparing with diff.")
    boolean dump;

    @Option(names = "--by", paramLabel = "AXIS", defaultValue = "time",
            description = "Draws the coverage by time or by position (default: ${DEFAULT-VALUE}).")
    Axis by = Axis.TIME;

    /// What the bars of the coverage run along.
    enum Axis {
        TIME, POSITION
    }

    @Override
    public CommonOptions common() {
        return common;
    }

    @Override
    public ExitCode run(Run run) throws FaultException {
        keys.unlock(run);
        try (Archive open = Archive.open(archive, run.engine().archiveKeys().keys(archive))) {
            if (dump) {
                StringBuilder text = new StringBuilder();
                open.dump(text);
                run.out().text(text.toString());
                return ExitCode.DONE;
            }
            ArchiveContents contents = open.contents();
            if (run.json()) {
                run.out().line(Json.pretty(ArchiveJson.of(open, contents)));
            } else {
                new ArchiveText(run, open).print(contents, by == Axis.TIME);
            }
            return ExitCode.DONE;
        } catch (IOException e) {
            throw new FaultException(FaultKind.FILE_ACCESS, "info.dump", "The dump cannot be written.", "", e);
        }
    }
}
