package dev.brokerscope.cli.command;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.cli.output.ExitCode;
import dev.brokerscope.cli.output.Json;
import dev.brokerscope.cli.output.SafeText;
import dev.brokerscope.cli.run.Run;
import dev.brokerscope.core.job.JobBody;
import dev.brokerscope.core.job.JobKind;
import dev.brokerscope.core.job.JobRequest;
import dev.brokerscope.core.rework.ReworkReport;
import java.nio.file.Path;

/// Runs what makes archives of archives, and prints what came of it.
final class ReworkRun {

    private static final int TOLD = 50;

    private ReworkRun() {}

    static ExitCode of(Run run, Path out, String subtitle, JobBody<ReworkReport> body)
            throws FaultException, InterruptedException {
        JobRequest request = new JobRequest(JobKind.REWORK, String.valueOf(out.getFileName()), subtitle);
        ReworkReport report = new JobRunner(run).await(request, body);
        if (run.json()) {
            run.out().line(Json.pretty(report.json()));
        } else {
            print(run, report);
        }
        return ExitCode.of(report.outcome());
    }

    private static void print(Run run, ReworkReport report) {
        run.out().line(SafeText.of(report.summary()));
        if (report.made().size() > 1) {
            report.made().forEach(m -> run.out().line("  " + SafeText.of(m.file().getFileName() + ": " + m.messages()
                    + " messages")));
        }
        report.lost().stream().limit(TOLD).forEach(l -> run.out().line("  " + SafeText.of(l.sentence())));
        if (report.lost().size() > TOLD) {
            run.out().line("  … and " + (report.lost().size() - TOLD) + " more; --json lists all.");
        }
        report.remarks().forEach(r -> run.remark(SafeText.of(r)));
    }
}
