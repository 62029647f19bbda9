package dev.brokerscope.archive;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.message.Position;
import dev.brokerscope.archive.sqlite.Database;
import java.util.List;

/// Makes of a manifest that repeats a whole run one that covers a worker's share of it. One transaction of the caller.
final class ShardRows {

    private ShardRows() {}

    static void narrow(Database db, long run, String worker, List<Checkpoint> share) throws FaultException {
        db.update("UPDATE run SET worker = ? WHERE run_id = ?", worker, run);
        db.update("UPDATE range SET content_hash = zeroblob(1) WHERE run_id = ?", run);
        for (Checkpoint checkpoint : share) {
            Position next = checkpoint.next();
            db.update("UPDATE range SET begin_hi = ?, begin_lo = ?, next_hi = ?, next_lo = ?, content_hash = NULL"
                    + " WHERE run_id = ? AND partition_id = (SELECT partition_id FROM partition"
                    + " JOIN channel USING (channel_id) WHERE kind = ? AND name = ? AND number = ?)",
                    next.hi(), next.lo(), next.hi(), next.lo(), run, checkpoint.channel().kind(),
                    checkpoint.channel().text(), next.partition());
        }
        db.update("DELETE FROM range WHERE run_id = ? AND content_hash IS NOT NULL", run);
    }
}
