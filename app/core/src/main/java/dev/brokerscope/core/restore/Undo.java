package dev.brokerscope.core.restore;

import dev.brokerscope.api.broker.ChannelCreation;
import dev.brokerscope.api.broker.Session;
import dev.brokerscope.api.broker.WritableSession;
import dev.brokerscope.api.channel.ChannelDetails;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.core.job.JobContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Takes a restore back: deletes the channels that it created, unless somebody wrote into them since.
public final class Undo {

    /// Looks without deleting.
    ///
    /// @throws FaultException `REFUSED` where the session leads to another cluster than the restore's
    public UndoReport look(UndoPlan plan, Session session) throws FaultException, InterruptedException {
        if (plan.clusterId().isPresent() && !plan.clusterId().equals(session.clusterId())) {
            throw new FaultException(FaultKind.REFUSED, "undo.cluster", "The restore went to the cluster "
                    + plan.clusterId().get() + ", this is " + session.clusterId().orElse("one without an id") + ".",
                    "Choose the connection that the restore wrote to.");
        }
        List<UndoReport.Line> lines = new ArrayList<>();
        for (UndoPlan.Made made : plan.channels()) {
            lines.add(look(made, session));
        }
        return new UndoReport(lines);
    }

    private static UndoReport.Line look(UndoPlan.Made made, Session session)
            throws FaultException, InterruptedException {
        if (!made.created()) {
            return new UndoReport.Line(made.channel(), UndoReport.State.KEPT,
                    "it was there before; what was appended stays");
        }
        Optional<ChannelDetails> there = Rehearsal.describe(session, made.channel());
        if (there.isEmpty()) {
            return new UndoReport.Line(made.channel(), UndoReport.State.GONE, "it is not there any more");
        }
        if (!there.get().incarnation().equals(made.mark().incarnation())) {
            return new UndoReport.Line(made.channel(), UndoReport.State.KEPT,
                    "it was deleted and made anew since the restore");
        }
        if (!new TargetEnds(session, made.channel()).now().equals(made.mark().ends())) {
            return new UndoReport.Line(made.channel(), UndoReport.State.KEPT,
                    "somebody wrote into it since the restore");
        }
        return new UndoReport.Line(made.channel(), UndoReport.State.TO_DELETE, OwnChecks.held(there.get()));
    }

    /// Looks, then deletes what may be deleted.
    public UndoReport run(UndoPlan plan, WritableSession session, JobContext job)
            throws FaultException, InterruptedException {
        job.progress().phase("Looking");
        UndoReport looked = look(plan, session);
        ChannelCreation creation = session.writeExtension(ChannelCreation.class)
                .orElseThrow(() -> new FaultException(FaultKind.UNSUPPORTED, "undo.unsupported",
                        "Channels cannot be deleted here.", "Delete them with the broker's own tools."));
        job.progress().phase("Deleting");
        List<UndoReport.Line> lines = new ArrayList<>();
        for (UndoReport.Line line : looked.lines()) {
            job.pausePoint();
            if (line.state() == UndoReport.State.TO_DELETE) {
                creation.delete(line.channel());
                lines.add(new UndoReport.Line(line.channel(), UndoReport.State.DELETED, line.detail()));
            } else {
                lines.add(line);
            }
        }
        return new UndoReport(lines);
    }
}
