package dev.brokerscope.cli.command;

import dev.brokerscope.api.broker.WritableSession;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.cli.option.SourceOptions;
import dev.brokerscope.cli.option.WriteOptions;
import dev.brokerscope.cli.output.ExitCode;
import dev.brokerscope.cli.output.Json;
import dev.brokerscope.cli.output.SafeText;
import dev.brokerscope.cli.run.Run;
import dev.brokerscope.core.connection.Connection;
import dev.brokerscope.core.connection.OpenConnection;
import dev.brokerscope.core.job.JobKind;
import dev.brokerscope.core.job.JobRequest;
import dev.brokerscope.core.restore.Undo;
import dev.brokerscope.core.restore.UndoPlan;
import dev.brokerscope.core.restore.UndoReport;
import java.nio.file.Path;
import java.util.List;

/// `restore --undo`: looks first; deletes only after a clear word.
record RestoreUndo(Run run, SourceOptions target, WriteOptions write) {

    ExitCode run(Path report, boolean dryRun, boolean agreed) throws FaultException, InterruptedException {
        UndoPlan plan = UndoPlan.read(report);
        Connection to = target.connection(run);
        if (dryRun) {
            try (OpenConnection open = SourceOptions.open(run, to)) {
                return printed(new Undo().look(plan, open.session()));
            }
        }
        try (WritableSession session = run.engine().writeGate().open(to, write.permit("undo of " + report))) {
            if (!agreed) {
                throw unconfirmed(new Undo().look(plan, session));
            }
            JobRequest request = new JobRequest(JobKind.RESTORE, "Undo of " + report.getFileName(), to.name());
            return printed(new JobRunner(run).await(request, job -> new Undo().run(plan, session, job)));
        }
    }

    private ExitCode printed(UndoReport report) {
        if (run.json()) {
            run.out().line(Json.pretty(report.json()));
        } else {
            report.text().lines().forEach(l -> run.out().line(SafeText.of(l)));
        }
        return ExitCode.of(report.outcome());
    }

    private static FaultException unconfirmed(UndoReport looked) {
        List<String> doomed = looked.lines().stream().filter(l -> l.state() == UndoReport.State.TO_DELETE)
                .map(l -> l.channel() + " (" + l.detail() + ")").toList();
        return new FaultException(FaultKind.REFUSED, "undo.unconfirmed",
                doomed.isEmpty() ? "There is nothing to undo: nothing that the restore created is unchanged."
                        : "This would delete " + String.join(", ", doomed) + ".",
                "Look with --dry-run, then say --yes.");
    }
}
