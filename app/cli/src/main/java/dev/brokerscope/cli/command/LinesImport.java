package dev.brokerscope.cli.command;

import dev.brokerscope.api.broker.WritableSession;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.cli.run.Run;
import dev.brokerscope.cli.output.ExitCode;
import dev.brokerscope.cli.output.Json;
import dev.brokerscope.core.connection.Connection;
import dev.brokerscope.core.connection.WritePermit;
import dev.brokerscope.core.export.ImportPlan;
import dev.brokerscope.core.export.ImportReport;
import dev.brokerscope.core.export.JsonLinesImport;
import dev.brokerscope.core.job.JobKind;
import dev.brokerscope.core.job.JobRequest;

/// Imports JSON Lines through the write gate, as `import` and `restore` do.
record LinesImport(Run run) {

    ExitCode run(Connection to, WritePermit permit, ImportPlan plan) throws FaultException, InterruptedException {
        String title = String.valueOf(plan.files().getFirst().getFileName());
        try (WritableSession session = run.engine().writeGate().open(to, permit)) {
            String kind = run.engine().connector().known(to.broker()).descriptor().kinds().getFirst().id();
            JsonLinesImport lines = new JsonLinesImport(session, to.name(), kind);
            ImportReport report = new JobRunner(run).await(
                    new JobRequest(JobKind.IMPORT, title, "Import into " + to.name()), job -> lines.run(plan, job));
            if (run.json()) {
                run.out().line(Json.pretty(report.json()));
            } else {
                run.out().line(report.summary());
                report.losses().forEach(l -> run.out().line("  not kept: " + l));
            }
            return ExitCode.of(report.outcome());
        }
    }
}
