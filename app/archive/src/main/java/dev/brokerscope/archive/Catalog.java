package dev.brokerscope.archive;

import dev.brokerscope.api.channel.ChannelDefinition;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.channel.ChannelProfile;
import dev.brokerscope.api.channel.Count;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.message.AttributeSchema;
import dev.brokerscope.api.message.Position;
import dev.brokerscope.archive.sqlite.Database;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The channels of an archive as they were when it was opened. Immutable.
final class Catalog {

    private final Map<ChannelId, Entry> entries;

    private Catalog(Map<ChannelId, Entry> entries) {
        this.entries = entries;
    }

    /// One incarnation of a channel.
    ///
    /// @param id as it is shown: older incarnations are `name~1`, `name~2`
    /// @param lastRun the newest run that knows it
    record Entry(ChannelId id, ManifestRows.ChannelRow row, long lastRun, ChannelDefinition definition, Count count,
            List<Part> partitions) {

        AttributeSchema attributes() {
            return row.attributes();
        }

        ChannelProfile original() {
            return row.profile();
        }

        Part partition(int number) throws FaultException {
            return partitions.stream().filter(p -> p.number() == number).findFirst()
                    .orElseThrow(() -> new FaultException(FaultKind.NOT_FOUND, "archive.partition", id
                            + " has no partition " + number + ".", "It has " + partitions.size() + " partitions."));
        }
    }

    /// One partition, with what each run covers of it, in order.
    record Part(long id, int number, List<ManifestRows.RangeRow> ranges, Count count) {

        Position begin() {
            return ranges.isEmpty() ? new Position(number, 0, 0) : ranges.getFirst().begin();
        }

        /// Behind the last position that is in the archive.
        Position end() {
            return ranges.stream().map(ManifestRows.RangeRow::next).max(Comparator.naturalOrder())
                    .orElse(new Position(number, 0, 0));
        }
    }

    static Catalog load(Database db) throws FaultException {
        ManifestRows rows = new ManifestRows(db);
        Map<Long, Long> counts = new LinkedHashMap<>();
        db.each("SELECT partition_id, sum(count) FROM block GROUP BY partition_id",
                row -> counts.put(row.whole(1), row.whole(2)));
        record Known(ManifestRows.ChannelRow row, long lastRun) {}
        List<Known> newestFirst = new ArrayList<>();
        for (ManifestRows.ChannelRow channel : rows.channels()) {
            newestFirst.add(new Known(channel, rows.lastRun(channel.id())));
        }
        newestFirst.sort(Comparator.comparing((Known k) -> k.row().channel().text())
                .thenComparing(Comparator.comparingLong(Known::lastRun).reversed())
                .thenComparing(Comparator.comparingLong((Known k) -> k.row().id()).reversed()));
        Map<ChannelId, Integer> seen = new LinkedHashMap<>();
        Map<ChannelId, Entry> entries = new LinkedHashMap<>();
        for (Known known : newestFirst) {
            int older = seen.merge(known.row().channel(), 1, Integer::sum) - 1;
            ChannelId original = known.row().channel();
            ChannelId shown = older == 0 ? original : original.renamed(original.name() + "~" + older);
            entries.put(shown, entry(rows, shown, known.row(), known.lastRun(), counts));
        }
        return new Catalog(entries);
    }

    private static Entry entry(ManifestRows rows, ChannelId shown, ManifestRows.ChannelRow row, long lastRun,
            Map<Long, Long> counts) throws FaultException {
        List<ManifestRows.RangeRow> ranges = rows.ranges(row.id());
        List<Part> parts = new ArrayList<>();
        Count total = Count.exact(0);
        for (ManifestRows.PartitionRow partition : rows.partitions(row.id())) {
            Count count = Count.exact(counts.getOrDefault(partition.id(), 0L));
            total = total.plus(count);
            parts.add(new Part(partition.id(), partition.number(),
                    ranges.stream().filter(r -> r.partitionId() == partition.id()).toList(), count));
        }
        return new Entry(shown, row, lastRun, rows.definition(row, lastRun), total, List.copyOf(parts));
    }

    List<Entry> all() {
        return List.copyOf(entries.values());
    }

    Entry need(ChannelId channel) throws FaultException {
        return Optional.ofNullable(entries.get(channel)).orElseThrow(() -> new FaultException(FaultKind.NOT_FOUND,
                "archive.channel", "The archive holds no " + channel.kind() + " " + channel + ".",
                "List its channels to see what it holds."));
    }
}
