package dev.brokerscope.archive;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.archive.block.DamagedBlockException;
import dev.brokerscope.archive.block.Frame;
import dev.brokerscope.archive.sqlite.Database;
import dev.brokerscope.archive.sqlite.MergedManifest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The stored frames of blocks, in whichever volume they are. A volume is opened when one of its blocks is asked for, and
/// few stay open. Any thread, one at a time.
final class SetFrames implements FrameSource, AutoCloseable {

    private static final int OPEN_AT_ONCE = 8;

    private final VolumeSet set;
    private final SetSecrets secrets;
    private final Map<Integer, Database> open = new LinkedHashMap<>(16, 0.75f, true);
    private boolean closed;

    SetFrames(VolumeSet set, SetSecrets secrets) {
        this.set = set;
        this.secrets = secrets;
    }

    @Override
    public synchronized List<Frame> frames(String query, long block) throws FaultException, DamagedBlockException {
        int place = set.several() ? MergedManifest.place(block) : 0;
        long id = set.several() ? MergedManifest.local(block) : block;
        Database db = volume(place);
        return FrameSource.read(db, secrets.of(place, db), query, id);
    }

    @Override
    public Path file(long block) {
        return set.volumes().get(set.several() ? MergedManifest.place(block) : 0).opener().file();
    }

    private Database volume(int place) throws FaultException {
        if (closed) {
            throw new FaultException(FaultKind.CLOSED, "archive.closed", "The archive " + set.file() + " was closed.",
                    "Open it again.");
        }
        Database db = open.get(place);
        if (db == null) {
            db = set.volumes().get(place).opener().connect();
            open.put(place, db);
            forget();
        }
        return db;
    }

    private void forget() throws FaultException {
        if (open.size() > OPEN_AT_ONCE) {
            Integer oldest = open.keySet().iterator().next();
            Database db = open.remove(oldest);
            if (db != null) {
                db.close();
            }
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        for (Database db : new ArrayList<>(open.values())) {
            try {
                db.close();
            } catch (FaultException e) {
                // nothing was written
            }
        }
        open.clear();
    }
}
