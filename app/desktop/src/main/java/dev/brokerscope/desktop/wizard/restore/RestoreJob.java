package dev.brokerscope.desktop.wizard.restore;

import dev.brokerscope.api.broker.Session;
import dev.brokerscope.api.broker.WritableSession;
import dev.brokerscope.api.channel.ChannelKind;
import dev.brokerscope.core.Engine;
import dev.brokerscope.core.connection.Connection;
import dev.brokerscope.core.connection.OpenConnection;
import dev.brokerscope.core.connection.WritePermit;
import dev.brokerscope.core.job.Job;
import dev.brokerscope.core.job.JobKind;
import dev.brokerscope.core.job.JobRequest;
import dev.brokerscope.core.restore.Restore;
import dev.brokerscope.core.restore.RestorePlan;
import dev.brokerscope.core.restore.RestoreReport;
import dev.brokerscope.core.restore.RestoreTarget;
import java.util.List;

/// A restore as a job, through the write gate, over connections of its own.
record RestoreJob(Engine engine, Connection connection, WritePermit permit) {

    Job<RestoreReport> start(RestorePlan plan) {
        String name = String.valueOf(plan.archive().getFileName()).replace(".msgdb", "");
        JobRequest request = new JobRequest(JobKind.RESTORE, name, "Restore into " + connection.name());
        return engine.jobs().start(request, job -> {
            job.progress().phase("Connecting");
            try (OpenConnection archive = engine.connector().openArchive(plan.archive());
                    WritableSession session = engine.writeGate().open(connection, permit)) {
                return new Restore(archive.archive().orElseThrow(), target(engine, connection, session), session,
                        engine.places().state().resolve("restore")).run(plan, job);
            }
        });
    }

    static RestoreTarget target(Engine engine, Connection connection, Session session) {
        List<ChannelKind> kinds = engine.plugins().broker(connection.broker()).map(p -> p.descriptor().kinds())
                .orElse(List.of());
        return new RestoreTarget(connection.broker(), connection.name(), kinds, session);
    }
}
