package dev.brokerscope.archive;

import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.message.Position;
import dev.brokerscope.archive.block.ByteSink;
import dev.brokerscope.archive.block.Sha;
import dev.brokerscope.archive.sqlite.Database;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Writes what stands of a run before its first message, as another archive holds it. Ids are found or made anew, every
/// other column is taken as it is. One transaction of the caller.
final class RunCopyRows {

    private final RunCopy copy;
    private final OpenArchive source;
    private final Database from;
    private final Database to;
    private final long fromRun;
    private final Map<Long, Long> partitions = new LinkedHashMap<>();

    private RunCopyRows(RunCopy copy, Database to) throws FaultException {
        this.copy = copy;
        this.source = copy.source().opened();
        this.from = source.db();
        this.to = to;
        this.fromRun = from.first("SELECT run_id FROM run WHERE run_uuid = ?", row -> row.whole(1),
                RunRows.uuid(copy.run())).orElseThrow(
                        () -> new FaultException(FaultKind.NOT_FOUND, "archive.run",
                                from.file() + " holds no run " + copy.run() + ".", "List its runs with info."));
    }

    static void write(RunCopy copy, Database to) throws FaultException {
        new RunCopyRows(copy, to).write();
    }

    /// The same run as the one that was written last: only what it does not say yet.
    static void extend(RunCopy copy, Database to) throws FaultException {
        RunCopyRows rows = new RunCopyRows(copy, to);
        rows.writeParts(to.number("SELECT max(run_id) FROM run"));
    }

    private void write() throws FaultException {
        long fromSource = from.number("SELECT source_id FROM run WHERE run_id = ?", fromRun);
        long toSource = source(fromSource);
        CopiedRow row = CopiedRow.read(from, "run", "run_id = ?", fromRun).getFirst();
        long run = row.without("run_id").with("run_uuid", RunRows.uuid(copy.as())).with("source_id", toSource)
                .with("fidelity", Words.of(copy.fidelity())).with("state", Words.of(RunState.RUNNING))
                .with("finished_at", Optional.empty()).with("error", Optional.empty()).insert(to, "run");
        if (!copy.as().equals(copy.run())) {
            String plan = PlanRows.hidden(String.valueOf(row.value("plan")));
            to.update("UPDATE run SET plan = ?, plan_hash = ? WHERE run_id = ?", plan,
                    Sha.of(new ByteSink(64).bytes(plan.getBytes(StandardCharsets.UTF_8))), run);
        }
        writeParts(run);
    }

    private void writeParts(long run) throws FaultException {
        Map<ChannelId, Long> channels = new LinkedHashMap<>();
        for (RunCopy.Range range : copy.ranges()) {
            Catalog.Entry entry = source.catalog().need(range.channel());
            if (!channels.containsKey(range.channel())) {
                channels.put(range.channel(), channel(entry, run));
            }
            range(entry, range, run);
        }
        groups(run);
        events(run, channels);
        for (CopiedRow object : CopiedRow.read(from, "cluster_object", "run_id = ?", fromRun)) {
            object.with("run_id", run).insertIfNew(to, "cluster_object");
        }
        for (CopiedRow attachment : CopiedRow.read(from, "attachment", "1 = 1")) {
            attachment.insertIfNew(to, "attachment");
        }
    }

    private long source(long id) throws FaultException {
        CopiedRow row = CopiedRow.read(from, "source", "source_id = ?", id).getFirst();
        Optional<Long> known =
                to.first("SELECT source_id FROM source WHERE broker = ? AND cluster_id IS ?"
                        + " AND (cluster_id IS NOT NULL OR label IS ?)",
                        r -> r.whole(1), row.value("broker"), row.value("cluster_id"), row.value("label"));
        return known.isPresent() ? known.get() : row.without("source_id").insert(to, "source");
    }

    private long channel(Catalog.Entry entry, long run) throws FaultException {
        long fromChannel = entry.row().id();
        CopiedRow row = CopiedRow.read(from, "channel", "channel_id = ?", fromChannel).getFirst();
        long toSource = source(entry.row().sourceId());
        record Known(long id, String attributes, String profile) {}
        Optional<Known> known = to.first("SELECT channel_id, attributes, profile FROM channel WHERE source_id = ?"
                + " AND kind = ? AND name = ? AND incarnation = ?",
                r -> new Known(r.whole(1), r.text(2), r.text(3)), toSource, row.value("kind"), row.value("name"),
                row.value("incarnation"));
        if (known.isPresent() && !known.get().attributes().equals(row.value("attributes"))) {
            throw new FaultException(FaultKind.REFUSED, "archive.attributes", "The messages of " + entry.id() + " in "
                    + from.file() + " have other attributes than those of another run of the same topic.",
                    "Keep the archives apart, or read both with the same version of the program.");
        }
        long id = known.isPresent()
                ? known.get().id()
                : row.without("channel_id").with("source_id", toSource).insert(to, "channel");
        for (CopiedRow partition : CopiedRow.read(from, "partition", "channel_id = ?", fromChannel)) {
            partition.without("partition_id").with("channel_id", id).insertIfNew(to, "partition");
        }
        from.each("SELECT partition_id, number FROM partition WHERE channel_id = ?",
                r -> partitions.put(r.whole(1), -r.whole(2) - 1), fromChannel);
        for (Map.Entry<Long, Long> partition : partitions.entrySet()) {
            if (partition.getValue() < 0) {
                partition.setValue(to.number("SELECT partition_id FROM partition WHERE channel_id = ? AND number = ?",
                        id, -partition.getValue() - 1));
            }
        }
        for (CopiedRow setting : CopiedRow.read(from, "channel_setting", "run_id = ? AND channel_id = ?", fromRun,
                fromChannel)) {
            setting.with("run_id", run).with("channel_id", id).insertIfNew(to, "channel_setting");
        }
        new SchemaCopy(from, to).uses(fromChannel, id, copy.counted());
        return id;
    }

    private void range(Catalog.Entry entry, RunCopy.Range range, long run) throws FaultException {
        long fromPartition = entry.partition(range.partition()).id();
        List<CopiedRow> rows = CopiedRow.read(from, "range",
                "run_id = ? AND partition_id = ? ORDER BY begin_hi, begin_lo", fromRun, fromPartition);
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("run " + copy.run() + " does not cover " + range);
        }
        Position begin = range.begin();
        boolean nothing = range.end().filter(e -> e.compareTo(begin) <= 0).isPresent();
        rows.getFirst().with("run_id", run).with("partition_id", partition(fromPartition))
                .with("begin_hi", begin.hi()).with("begin_lo", begin.lo())
                .with("end_hi", range.end().map(Position::hi)).with("end_lo", range.end().map(Position::lo))
                .with("next_hi", begin.hi()).with("next_lo", begin.lo()).with("done", nothing)
                .with("content_hash", Optional.empty()).insert(to, "range");
    }

    private long partition(long fromPartition) {
        Long id = partitions.get(fromPartition);
        if (id == null) {
            throw new IllegalStateException("partition " + fromPartition + " was not copied");
        }
        return id;
    }

    private void groups(long run) throws FaultException {
        for (CopiedRow group : CopiedRow.read(from, "consumer_group", "run_id = ?", fromRun)) {
            group.with("run_id", run).insertIfNew(to, "consumer_group");
        }
        for (Map.Entry<Long, Long> partition : partitions.entrySet()) {
            for (CopiedRow position : CopiedRow.read(from, "group_position", "run_id = ? AND partition_id = ?", fromRun,
                    partition.getKey())) {
                position.with("run_id", run).with("partition_id", partition.getValue())
                        .insertIfNew(to, "group_position");
            }
        }
        to.update("DELETE FROM consumer_group WHERE run_id = ? AND NOT EXISTS (SELECT 1 FROM group_position x"
                + " WHERE x.run_id = consumer_group.run_id AND x.scope = consumer_group.scope"
                + " AND x.name = consumer_group.name)", run);
    }

    private void events(long run, Map<ChannelId, Long> channels) throws FaultException {
        for (CopiedRow event : CopiedRow.read(from, "event", "run_id = ? ORDER BY event_id", fromRun)) {
            CopiedRow moved = event.without("event_id").with("run_id", run);
            if (event.value("channel_id") instanceof Number id) {
                Optional<Long> channel = channels.entrySet().stream()
                        .filter(c -> source.catalog().all().stream().anyMatch(
                                e -> e.id().equals(c.getKey()) && e.row().id() == id.longValue()))
                        .map(Map.Entry::getValue).findFirst();
                if (channel.isEmpty()) {
                    continue;
                }
                moved = moved.with("channel_id", channel.get());
            }
            if (event.value("partition_id") instanceof Number id) {
                moved = moved.with("partition_id", Optional.ofNullable(partitions.get(id.longValue())));
            }
            if (!known(moved)) {
                moved.insert(to, "event");
            }
        }
    }

    private boolean known(CopiedRow event) throws FaultException {
        return to.number("SELECT count(*) FROM event WHERE run_id = ? AND channel_id IS ? AND partition_id IS ?"
                + " AND kind = ? AND at_hi IS ? AND at_lo IS ? AND detail IS ?", event.value("run_id"),
                event.value("channel_id"), event.value("partition_id"), event.value("kind"), event.value("at_hi"),
                event.value("at_lo"), event.value("detail")) > 0;
    }
}
