package dev.brokerscope.cli.command;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.cli.run.Run;
import dev.brokerscope.cli.option.ChannelOptions;
import dev.brokerscope.cli.run.CommonOptions;
import dev.brokerscope.cli.option.SourceOptions;
import dev.brokerscope.cli.output.ExitCode;
import dev.brokerscope.cli.output.Json;
import dev.brokerscope.core.connection.OpenConnection;
import dev.brokerscope.core.export.ExportReport;
import dev.brokerscope.core.export.JsonLinesExport;
import dev.brokerscope.core.job.JobKind;
import dev.brokerscope.core.job.JobRequest;
import dev.brokerscope.core.slice.Slice;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "export", description = "Writes messages into a file of JSON Lines that loses nothing: import and "
        + "restore take it back.", footerHeading = "%nExamples:%n", optionListHeading = "%nOptions:%n",
        parameterListHeading = "%nArguments:%n")
final class ExportCommand implements CliCommand {

    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    SourceOptions source = new SourceOptions();

    @Mixin
    ChannelOptions channels = new ChannelOptions();

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "jsonl",
            description = "jsonl is the only one so far (default: ${DEFAULT-VALUE}).")
    String format = "jsonl";

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "The file; never overwritten.")
    Path out = Path.of("");

    @Override
    public CommonOptions common() {
        return common;
    }

    @Override
    public ExitCode run(Run run) throws FaultException, InterruptedException {
        if (!format.equals("jsonl")) {
            throw new FaultException(FaultKind.USAGE, "export.format", "There is no export format \"" + format + "\".",
                    "Give --format jsonl.");
        }
        try (OpenConnection open = source.open(run)) {
            List<Slice> slices = channels.slices(run, open);
            JsonLinesExport export = new JsonLinesExport(open.session(), open.schemas(), run.engine().decoders());
            var isolation = source.isolation();
            var consent = source.consent();
            ExportReport report = new JobRunner(run).await(
                    new JobRequest(JobKind.EXPORT, String.valueOf(out.getFileName()), "Export of "
                            + open.connection().name()),
                    job -> export.run(slices, out, isolation, consent, job));
            run.out().line(run.json() ? Json.pretty(report.json()) : report.summary());
            return ExitCode.of(report.outcome());
        }
    }
}
