package dev.brokerscope.archive;

import dev.brokerscope.api.broker.Isolation;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.decode.Sample;
import dev.brokerscope.api.decode.SchemaId;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.message.Bytes;
import dev.brokerscope.api.message.Position;
import dev.brokerscope.archive.sqlite.Database;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/// Gathers what an archive says of itself.
final class ContentsReader {

    private final OpenArchive archive;
    private final Database db;
    private final Map<Long, UUID> runs = new LinkedHashMap<>();

    ContentsReader(OpenArchive archive) {
        this.archive = archive;
        this.db = archive.db();
    }

    ArchiveContents read() throws FaultException {
        db.each("SELECT run_id, run_uuid FROM run", row -> runs.put(row.whole(1), RunRows.uuid(row.blob(2))));
        record Head(int format, UUID set, UUID volume, long createdAt, String writer) {}
        int format = (int) db.number("PRAGMA user_version");
        Head head = db.first("SELECT set_uuid, volume_uuid, created_at, writer FROM archive",
                row -> new Head(format, RunRows.uuid(row.blob(1)), RunRows.uuid(row.blob(2)), row.whole(3),
                        row.text(4)))
                .orElse(new Head(format, new UUID(0, 0), new UUID(0, 0), 0, ""));
        Optional<ArchiveContents.Seal> seal = db.first("SELECT sealed_at, root FROM seal",
                row -> new ArchiveContents.Seal.Sealed(row.whole(1), Bytes.wrap(row.blob(2))));
        List<ArchiveContents.Feature> features = db.list("SELECT name, required FROM feature ORDER BY name",
                row -> new ArchiveContents.Feature(row.text(1), row.whole(2) != 0));
        List<ArchiveContents.Schema> schemas = db.list(
                "SELECT registry, native_id, kind, content IS NOT NULL FROM schema"
                        + " ORDER BY registry, native_id",
                row -> new ArchiveContents.Schema(row.text(1),
                        new SchemaId(row.text(2)), row.text(3), row.whole(4) != 0));
        List<ArchiveContents.Channel> channels = new ArrayList<>();
        for (Catalog.Entry entry : archive.catalog().all()) {
            channels.add(channel(entry));
        }
        return new ArchiveContents(head.format(), head.set(), head.volume(), head.createdAt(), head.writer(),
                archive.sealed() ? seal.orElse(new ArchiveContents.Seal.Unfinished())
                        : new ArchiveContents.Seal.Unfinished(),
                features, volumes(), runs(), channels, schemas);
    }

    private List<ArchiveContents.Volume> volumes() {
        return archive.set().volumes().stream().map(VolumeHead::contents).toList();
    }

    private List<ArchiveContents.Run> runs() throws FaultException {
        record Raw(long id, byte[] uuid, RunSource source, String kind, String fidelity, String state, long startedAt,
                OptionalLong cutAt, OptionalLong finishedAt, String isolation, String plan, byte[] planHash,
                String actor,
                String host, Optional<String> error) {}
        List<ArchiveContents.Run> all = new ArrayList<>();
        for (Raw r : db.list("SELECT run_id, run_uuid, broker, cluster_id, label, kind, fidelity, state, started_at,"
                + " cut_at, finished_at, isolation, plan, plan_hash, actor, host, error FROM run JOIN source USING (source_id)"
                + " ORDER BY run_id",
                row -> new Raw(row.whole(1), row.blob(2),
                        new RunSource(row.text(3), row.textIfAny(4), row.text(5)), row.text(6), row.text(7),
                        row.text(8),
                        row.whole(9), row.wholeIfAny(10), row.wholeIfAny(11), row.text(12), row.text(13), row.blob(14),
                        row.text(15), row.text(16), row.textIfAny(17)))) {
            all.add(new ArchiveContents.Run(RunRows.uuid(r.uuid()), r.source(), Words.need(RunKind.class, r.kind()),
                    Words.need(RunFidelity.class, r.fidelity()), Words.need(RunState.class, r.state()), r.startedAt(),
                    r.cutAt(), r.finishedAt(), Words.parse(Isolation.class, r.isolation()), r.plan(),
                    Bytes.wrap(r.planHash()), r.actor(), r.host(), r.error(), events(r.id()),
                    RunRows.objects(db, r.id())));
        }
        return all;
    }

    private List<ArchiveContents.Event> events(long run) throws FaultException {
        return db.list("SELECT e.kind, c.kind, c.name, p.number, e.at_hi, e.at_lo, e.detail FROM event e"
                + " LEFT JOIN channel c USING (channel_id) LEFT JOIN partition p ON p.partition_id = e.partition_id"
                + " WHERE e.run_id = ? ORDER BY event_id", row -> {
                    Optional<ChannelId> channel = row.textIfAny(3).isPresent()
                            ? Optional.of(ChannelId.parse(row.text(2), row.text(3)))
                            : Optional.empty();
                    OptionalLong lo = row.wholeIfAny(6);
                    Optional<Position> at = lo.isPresent()
                            ? Optional.of(new Position((int) row.whole(4), row.whole(5), lo.getAsLong()))
                            : Optional.empty();
                    return new ArchiveContents.Event(row.text(1), channel, at, row.text(7));
                }, run);
    }

    private ArchiveContents.Channel channel(Catalog.Entry entry) throws FaultException {
        List<ArchiveContents.Partition> partitions = new ArrayList<>();
        for (Catalog.Part part : entry.partitions()) {
            List<ArchiveContents.Coverage> coverage = new ArrayList<>();
            for (ManifestRows.RangeRow range : part.ranges()) {
                coverage.add(coverage(part, range));
            }
            partitions.add(new ArchiveContents.Partition(part.number(), coverage));
        }
        record Use(String side, String registry, String id, long count) {}
        List<ArchiveContents.SchemaUse> uses = new ArrayList<>();
        for (Use use : db.list("SELECT side, registry, native_id, count FROM schema_use JOIN schema USING (schema_id)"
                + " WHERE channel_id = ? ORDER BY side, registry, native_id",
                row -> new Use(row.text(1), row.text(2), row.text(3), row.whole(4)), entry.row().id())) {
            uses.add(new ArchiveContents.SchemaUse(Words.need(Sample.Side.class, use.side()), use.registry(),
                    new SchemaId(use.id()), use.count()));
        }
        return new ArchiveContents.Channel(entry.id(), entry.row().channel(), entry.row().incarnation(),
                entry.original(), entry.attributes(), entry.definition(), partitions, archive.groups(entry), uses);
    }

    private ArchiveContents.Coverage coverage(Catalog.Part part, ManifestRows.RangeRow range) throws FaultException {
        List<ArchiveContents.Gap> gaps = archive.gaps(part).stream().filter(g -> g.runId() == range.runId())
                .map(g -> new ArchiveContents.Gap(g.gap().from(), g.gap().next(), g.gap().reason(), g.gap().measured(),
                        g.detail()))
                .toList();
        UUID run = runs.getOrDefault(range.runId(), new UUID(0, 0));
        return db.first("SELECT coalesce(sum(count), 0), coalesce(sum(tombstones), 0), coalesce(sum(raw_bytes), 0),"
                + " min(time_min), max(time_max), coalesce(sum(holes), 0) FROM block WHERE partition_id = ? AND run_id = ?",
                row -> new ArchiveContents.Coverage(run, range.begin(), range.end(), range.next(), row.whole(1),
                        row.whole(2), row.whole(3), row.wholeIfAny(4), row.wholeIfAny(5), row.whole(6),
                        range.contentHash(), gaps),
                part.id(), range.runId())
                .orElseThrow();
    }
}
