package dev.brokerscope.archive;

import dev.brokerscope.api.broker.ClusterObjects.ClusterObject;
import dev.brokerscope.api.broker.GroupStates.GroupState;
import dev.brokerscope.api.broker.GroupStates.Progress;
import dev.brokerscope.api.broker.Isolation;
import dev.brokerscope.api.channel.ChannelDefinition;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.message.Bytes;
import dev.brokerscope.api.message.Position;
import dev.brokerscope.archive.sqlite.Database;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/// Writes what stands in an archive before its first message, and reads it back for a writer that resumes.
final class RunRows {

    private final Database db;

    RunRows(Database db) {
        this.db = db;
    }

    void write(RunStart run, VolumePlace place, WriterOptions options) throws FaultException {
        writeVolume(run.writer(), place, options);
        writeRun(run, options);
    }

    /// What a volume says of itself, before any run.
    void writeVolume(String writer, VolumePlace place, WriterOptions options) throws FaultException {
        AboutText.write(db);
        db.update("INSERT INTO archive VALUES (1, ?, ?, ?, ?, ?, ?, 'open')", uuid(place.set()),
                uuid(place.volume()), place.number(), place.previous().map(Bytes::toArray),
                options.clock().millis(), writer);
    }

    private void writeRun(RunStart run, WriterOptions options) throws FaultException {
        long source = db.insert("INSERT INTO source (broker, cluster_id, label) VALUES (?, ?, ?)",
                run.source().broker(), run.source().clusterId(), run.source().label());
        long id = db.insert(
                "INSERT INTO run (run_uuid, source_id, kind, fidelity, state, started_at, cut_at, isolation,"
                        + " plan, plan_hash, actor, host) VALUES (?, ?, ?, ?, 'running', ?, ?, ?, ?, ?, ?, ?)",
                uuid(options.ids().get()), source, Words.of(run.kind()), Words.of(run.fidelity()), run.startedAt(),
                run.cutAt(), Words.of(run.isolation()), run.plan(), run.planHash().toArray(), run.actor(), run.host());
        for (ChannelStart channel : run.channels()) {
            writeChannel(id, source, channel);
        }
        for (ClusterObject object : run.objects()) {
            db.update("INSERT OR IGNORE INTO cluster_object VALUES (?, ?, ?, ?)", id, object.kind(), object.name(),
                    object.body());
        }
    }

    private void writeChannel(long run, long source, ChannelStart start) throws FaultException {
        long id = db.insert("INSERT INTO channel (source_id, kind, name, incarnation, profile, attributes, replication)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?)", source, start.channel().kind(), start.channel().text(),
                start.incarnation(), ManifestJson.profile(start.profile()), ManifestJson.attributes(start.attributes()),
                start.definition().replication());
        for (ChannelDefinition.Setting setting : start.definition().settings()) {
            db.update("INSERT INTO channel_setting VALUES (?, ?, ?, ?, ?, ?)", run, id, setting.name(),
                    setting.sensitive() ? Optional.empty() : setting.value(), Words.of(setting.origin()),
                    setting.sensitive());
        }
        Map<Integer, Long> partitions = partitions(id, start);
        for (RangeStart range : start.ranges()) {
            writeRange(run, partitions.getOrDefault(range.partition(), 0L), range);
        }
        for (GroupState group : start.groups()) {
            writeGroup(run, group, partitions);
        }
    }

    private Map<Integer, Long> partitions(long channel, ChannelStart start) throws FaultException {
        int count = start.definition().partitions();
        for (RangeStart range : start.ranges()) {
            count = Math.max(count, range.partition() + 1);
        }
        Map<Integer, Long> ids = new LinkedHashMap<>();
        for (int number = 0; number < count; number++) {
            ids.put(number, db.insert("INSERT INTO partition (channel_id, number) VALUES (?, ?)", channel, number));
        }
        return ids;
    }

    private void writeRange(long run, long partition, RangeStart range) throws FaultException {
        Position begin = range.begin();
        boolean nothing = range.end().isPresent() && range.end().get().compareTo(begin) <= 0;
        db.update(
                "INSERT INTO range (run_id, partition_id, start_hi, start_lo, stable_hi, stable_lo, begin_hi, begin_lo,"
                        + " end_hi, end_lo, next_hi, next_lo, done) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                run, partition,
                range.first().map(Position::hi), range.first().map(Position::lo), range.stable().map(Position::hi),
                range.stable().map(Position::lo), begin.hi(), begin.lo(), range.end().map(Position::hi),
                range.end().map(Position::lo), begin.hi(), begin.lo(), nothing);
    }

    private void writeGroup(long run, GroupState group, Map<Integer, Long> partitions) throws FaultException {
        db.update("INSERT OR IGNORE INTO consumer_group (run_id, scope, name, kind, state) VALUES (?, ?, ?, ?, ?)", run,
                group.scope(), group.name(), group.kind(), group.state());
        for (Progress progress : group.progress()) {
            Long partition = partitions.get(progress.partition());
            if (partition != null) {
                db.update("INSERT INTO group_position VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", run, group.scope(),
                        group.name(), partition, progress.next().hi(), progress.next().lo(), progress.metadata(),
                        progress.leaderEpoch(), progress.pending().map(Bytes::toArray));
            }
        }
    }

    /// The run of an unfinished volume that is being written: the newest.
    StoredRun read() throws FaultException {
        record Raw(long id, byte[] uuid, String broker, Optional<String> cluster, String label, String kind,
                String fidelity, String state, long startedAt, OptionalLong cutAt, String isolation, String plan,
                byte[] planHash, String actor, String host, String writer) {}
        Optional<Raw> found = db.first("SELECT run_id, run_uuid, broker, cluster_id, label, kind, fidelity, run.state,"
                + " started_at, cut_at, isolation, plan, plan_hash, actor, host, writer FROM run JOIN source USING (source_id)"
                + " JOIN archive ORDER BY run_id DESC LIMIT 1",
                r -> new Raw(r.whole(1), r.blob(2), r.text(3), r.textIfAny(4),
                        r.text(5), r.text(6), r.text(7), r.text(8), r.whole(9), r.wholeIfAny(10), r.text(11),
                        r.text(12),
                        r.blob(13), r.text(14), r.text(15), r.text(16)));
        Raw raw = found.orElseThrow(() -> new FaultException(FaultKind.CORRUPT, "archive.no-run", db.file()
                + " holds no run.", "Delete it, and start the backup anew."));
        RunStart start = new RunStart(new RunSource(raw.broker(), raw.cluster(), raw.label()),
                Words.need(RunKind.class, raw.kind()), Words.need(RunFidelity.class, raw.fidelity()), raw.plan(),
                Bytes.wrap(raw.planHash()), Words.need(Isolation.class, raw.isolation()), raw.actor(), raw.host(),
                raw.writer(), raw.startedAt(), raw.cutAt().orElse(raw.startedAt()), channels(raw.id()),
                objects(db, raw.id()));
        return new StoredRun(raw.id(), raw.uuid(), Words.need(RunState.class, raw.state()), start);
    }

    static List<ClusterObject> objects(Database db, long run) throws FaultException {
        return db.list("SELECT kind, name, body FROM cluster_object WHERE run_id = ? ORDER BY kind, name",
                row -> new ClusterObject(row.text(1), row.text(2), row.text(3)), run);
    }

    private List<ChannelStart> channels(long run) throws FaultException {
        ManifestRows rows = new ManifestRows(db);
        List<ChannelStart> starts = new ArrayList<>();
        for (ManifestRows.ChannelRow channel : rows.channels()) {
            List<RangeStart> ranges = rows.ranges(channel.id()).stream().filter(r -> r.runId() == run)
                    .map(ManifestRows.RangeRow::start).toList();
            if (ranges.isEmpty() && !rows.knows(run, channel.id())) {
                continue;
            }
            starts.add(new ChannelStart(channel.channel(), channel.incarnation(), channel.profile(),
                    channel.attributes(), rows.definition(channel, run), ranges, rows.groups(channel.id(), run)));
        }
        return starts;
    }

    /// A run as it stands in the file.
    record StoredRun(long id, byte[] uuid, RunState state, RunStart start) {

        /// With the hash of the plan itself, where the file holds what an encrypted volume stores for it.
        StoredRun planned(Bytes planHash) {
            return new StoredRun(id, uuid, state, start.planned(planHash));
        }
    }

    static byte[] uuid(UUID uuid) {
        return ByteBuffer.allocate(16).putLong(uuid.getMostSignificantBits()).putLong(uuid.getLeastSignificantBits())
                .array();
    }

    static UUID uuid(byte[] bytes) {
        if (bytes.length != 16) {
            return new UUID(0, 0);
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong());
    }
}
