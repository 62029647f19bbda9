package dev.brokerscope.archive;

import dev.brokerscope.api.broker.GroupStates.GroupState;
import dev.brokerscope.api.broker.GroupStates.Progress;
import dev.brokerscope.api.channel.ChannelDefinition;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.channel.ChannelProfile;
import dev.brokerscope.api.channel.Count;
import dev.brokerscope.api.channel.SettingOrigin;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.message.AttributeSchema;
import dev.brokerscope.api.message.Bytes;
import dev.brokerscope.api.message.Position;
import dev.brokerscope.archive.sqlite.Database;
import dev.brokerscope.archive.sqlite.Row;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// Reads the manifest's rows about channels; for writers that resume and for readers alike.
final class ManifestRows {

    private final Database db;

    ManifestRows(Database db) {
        this.db = db;
    }

    record ChannelRow(long id, long sourceId, ChannelId channel, String incarnation, ChannelProfile profile,
            AttributeSchema attributes, OptionalLong replication) {}

    record PartitionRow(long id, int number) {}

    record RangeRow(long runId, long partitionId, int partition, Optional<Position> first, Optional<Position> stable,
            Position begin, Optional<Position> end, Position next, Optional<Bytes> contentHash) {

        RangeStart start() {
            return new RangeStart(first, stable, begin, end);
        }
    }

    List<ChannelRow> channels() throws FaultException {
        record Raw(long id, long sourceId, ChannelId channel, String incarnation, String profile,
                String attributes, OptionalLong replication) {}
        List<ChannelRow> channels = new ArrayList<>();
        for (Raw raw : db.list("SELECT channel_id, source_id, kind, name, incarnation, profile, attributes, replication"
                + " FROM channel ORDER BY channel_id",
                r -> new Raw(r.whole(1), r.whole(2),
                        ChannelId.parse(r.text(3), r.text(4)), r.text(5), r.text(6), r.text(7), r.wholeIfAny(8)))) {
            channels.add(new ChannelRow(raw.id(), raw.sourceId(), raw.channel(),
                    raw.incarnation(), ManifestJson.profile(raw.profile()), ManifestJson.attributes(raw.attributes()),
                    raw.replication()));
        }
        return channels;
    }

    List<PartitionRow> partitions(long channelId) throws FaultException {
        return db.list("SELECT partition_id, number FROM partition WHERE channel_id = ? ORDER BY number",
                r -> new PartitionRow(r.whole(1), (int) r.whole(2)), channelId);
    }

    /// The ranges of all runs, by partition and begin.
    List<RangeRow> ranges(long channelId) throws FaultException {
        return db.list("SELECT r.run_id, r.partition_id, p.number, start_hi, start_lo, stable_hi, stable_lo, begin_hi,"
                + " begin_lo, end_hi, end_lo, next_hi, next_lo, content_hash FROM range r"
                + " JOIN partition p USING (partition_id) WHERE p.channel_id = ?"
                + " ORDER BY p.number, begin_hi, begin_lo, run_id", ManifestRows::range, channelId);
    }

    private static RangeRow range(Row r) throws SQLException {
        int partition = (int) r.whole(3);
        return new RangeRow(r.whole(1), r.whole(2), partition, position(r, partition, 4), position(r, partition, 6),
                new Position(partition, r.whole(8), r.whole(9)), position(r, partition, 10),
                new Position(partition, r.whole(12), r.whole(13)), r.blobIfAny(14).map(Bytes::wrap));
    }

    private static Optional<Position> position(Row r, int partition, int column) throws SQLException {
        OptionalLong hi = r.wholeIfAny(column);
        OptionalLong lo = r.wholeIfAny(column + 1);
        return hi.isPresent() && lo.isPresent()
                ? Optional.of(new Position(partition, hi.getAsLong(), lo.getAsLong()))
                : Optional.empty();
    }

    /// Whether the run says anything of the channel: one without partitions to read has no ranges.
    boolean knows(long runId, long channelId) throws FaultException {
        return db.number("SELECT count(*) FROM run") == 1
                || db.number("SELECT count(*) FROM channel_setting WHERE run_id = ? AND channel_id = ?", runId,
                        channelId) > 0;
    }

    /// The newest run that knows the channel.
    long lastRun(long channelId) throws FaultException {
        return db.number("SELECT coalesce(max(r.run_id), 0) FROM range r JOIN partition p USING (partition_id)"
                + " WHERE p.channel_id = ?", channelId);
    }

    ChannelDefinition definition(ChannelRow channel, long runId) throws FaultException {
        int partitions = (int) db.number("SELECT count(*) FROM partition WHERE channel_id = ?", channel.id());
        List<ChannelDefinition.Setting> settings = new ArrayList<>();
        record Raw(String name, Optional<String> value, String origin, boolean sensitive) {}
        for (Raw raw : db.list("SELECT name, value, origin, sensitive FROM channel_setting"
                + " WHERE run_id = ? AND channel_id = ? ORDER BY name",
                r -> new Raw(r.text(1), r.textIfAny(2), r.text(3), r.whole(4) != 0), runId, channel.id())) {
            settings.add(new ChannelDefinition.Setting(raw.name(), raw.value(),
                    Words.need(SettingOrigin.class, raw.origin()), raw.sensitive()));
        }
        Optional<Integer> replication = channel.replication().isPresent()
                ? Optional.of((int) channel.replication().getAsLong())
                : Optional.empty();
        return new ChannelDefinition(partitions, replication, settings);
    }

    /// The groups that had a position in the channel, with how far they were from the end of what the run covers.
    List<GroupState> groups(long channelId, long runId) throws FaultException {
        record Key(String scope, String name, String kind, String state) {}
        Map<Key, List<Progress>> groups = new LinkedHashMap<>();
        Map<Integer, Position> ends = new LinkedHashMap<>();
        for (RangeRow range : ranges(channelId)) {
            if (range.runId() == runId) {
                ends.put(range.partition(), range.end().orElse(range.next()));
            }
        }
        db.each("SELECT g.scope, g.name, g.kind, g.state, p.number, x.hi, x.lo, x.metadata, x.leader_epoch, x.pending"
                + " FROM group_position x JOIN consumer_group g USING (run_id, scope, name)"
                + " JOIN partition p USING (partition_id) WHERE x.run_id = ? AND p.channel_id = ?"
                + " ORDER BY g.scope, g.name, p.number",
                r -> groups
                        .computeIfAbsent(new Key(r.text(1), r.text(2), r.text(3), r.text(4)), _ -> new ArrayList<>())
                        .add(progress(r)),
                runId, channelId);
        return groups.entrySet().stream().map(e -> new GroupState(e.getKey().name(), e.getKey().scope(),
                e.getKey().kind(), e.getKey().state(), lag(e.getValue(), ends), e.getValue())).toList();
    }

    private static Progress progress(Row r) throws SQLException {
        OptionalLong epoch = r.wholeIfAny(9);
        return new Progress((int) r.whole(5), new Position((int) r.whole(5), r.whole(6), r.whole(7)), r.text(8),
                epoch.isPresent() ? Optional.of((int) epoch.getAsLong()) : Optional.empty(),
                r.blobIfAny(10).map(Bytes::wrap));
    }

    private static Count lag(List<Progress> progress, Map<Integer, Position> ends) {
        long lag = 0;
        for (Progress p : progress) {
            Position end = ends.get(p.partition());
            if (end == null || end.hi() != p.next().hi()) {
                return Count.UNKNOWN;
            }
            lag += Math.max(0, end.lo() - p.next().lo());
        }
        return Count.atMost(lag);
    }
}
