package dev.brokerscope.archive;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.message.Bytes;
import dev.brokerscope.archive.crypt.ArchiveKeys;
import dev.brokerscope.archive.sqlite.Database;
import java.util.HashMap;
import java.util.Map;

/// The keys of an archive's volumes: each has its own. One is looked for when its volume is first read, since a
/// passphrase takes its time. Any thread.
final class SetSecrets implements AutoCloseable {

    private final VolumeSet set;
    private final ArchiveKeys keys;
    private final Map<Integer, VolumeSecrets> known = new HashMap<>();

    SetSecrets(VolumeSet set, ArchiveKeys keys) {
        this.set = set;
        this.keys = keys;
    }

    /// Those of the first volume.
    ///
    /// @throws FaultException of kind `WRONG_KEY` where there are keys, and none of them opens it
    VolumeSecrets first() throws FaultException {
        try (Database db = set.volumes().getFirst().opener().connect()) {
            return of(0, db);
        }
    }

    /// Whether a volume stores this for the hash of a plan.
    boolean isPlan(Bytes planHash, Bytes stored) throws FaultException {
        for (int place = 0; place < set.volumes().size(); place++) {
            try (Database db = set.volumes().get(place).opener().connect()) {
                if (Bytes.wrap(of(place, db).hashes().plan(planHash.toArray())).equals(stored)) {
                    return true;
                }
            }
        }
        return false;
    }

    /// @param place of the volume in the set, from 0
    synchronized VolumeSecrets of(int place, Database db) throws FaultException {
        VolumeSecrets secrets = known.get(place);
        if (secrets == null) {
            secrets = VolumeSecrets.open(db, keys);
            known.put(place, secrets);
        }
        return secrets;
    }

    @Override
    public synchronized void close() {
        known.values().forEach(VolumeSecrets::close);
        known.clear();
    }
}
