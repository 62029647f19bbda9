package dev.brokerscope.archive;

import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.archive.block.CanonicalForm;
import dev.brokerscope.archive.sqlite.Database;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The channels and partitions of a run as they stand in the file, ready to be written on.
///
/// @param channelIds the row of each channel
/// @param partitions the writers of each channel, by partition number
final class WriterState {

    private final Map<ChannelId, Long> channelIds;
    private final Map<ChannelId, Map<Integer, PartitionWriter>> partitions;
    /// The channel that was asked for last: with most messages it is the next one, too.
    private Map.Entry<ChannelId, Map<Integer, PartitionWriter>> recent = Map.entry(ChannelId.of("", ""), Map.of());

    private WriterState(Map<ChannelId, Long> channelIds, Map<ChannelId, Map<Integer, PartitionWriter>> partitions) {
        this.channelIds = channelIds;
        this.partitions = partitions;
    }

    Map<ChannelId, Long> channelIds() {
        return channelIds;
    }

    Map<ChannelId, Map<Integer, PartitionWriter>> partitions() {
        return partitions;
    }

    PartitionWriter partition(ChannelId channel, int number) {
        if (!channel.equals(recent.getKey())) {
            recent = Map.entry(channel, partitions.getOrDefault(channel, Map.of()));
        }
        PartitionWriter partition = recent.getValue().get(number);
        if (partition == null) {
            throw new IllegalArgumentException(channel + " partition " + number + " is not part of the run");
        }
        return partition;
    }

    static WriterState load(Database db, VolumeSecrets secrets, RunRows.StoredRun run) throws FaultException {
        ManifestRows rows = new ManifestRows(db);
        Map<ChannelId, Long> ids = new LinkedHashMap<>();
        Map<ChannelId, Map<Integer, PartitionWriter>> partitions = new LinkedHashMap<>();
        for (ManifestRows.ChannelRow channel : rows.channels()) {
            List<ManifestRows.RangeRow> ranges = rows.ranges(channel.id()).stream()
                    .filter(r -> r.runId() == run.id()).toList();
            if (ranges.isEmpty() && !rows.knows(run.id(), channel.id())) {
                continue;
            }
            ids.put(channel.channel(), channel.id());
            CanonicalForm form = new CanonicalForm(channel.attributes());
            Map<Integer, PartitionWriter> writers = new LinkedHashMap<>();
            for (ManifestRows.RangeRow range : ranges) {
                StoredPartition stored = stored(db, secrets, run, channel, range);
                writers.put(range.partition(), new PartitionWriter(channel.channel().text() + "/" + range.partition(),
                        range.start(), channel.profile().dense(), form, stored));
            }
            partitions.put(channel.channel(), writers);
        }
        return new WriterState(ids, partitions);
    }

    private static StoredPartition stored(Database db, VolumeSecrets secrets, RunRows.StoredRun run,
            ManifestRows.ChannelRow channel, ManifestRows.RangeRow range) throws FaultException {
        StoredPartition stored = new StoredPartition(run.id(), range.partitionId(),
                secrets.seal(run.uuid(), channel, range.partition()),
                Integrity.start(run.uuid(), channel, range.begin()), range.next());
        db.each("SELECT count, content_hash, integrity_hash FROM block WHERE run_id = ? AND partition_id = ?"
                + " ORDER BY first_hi, first_lo",
                row -> stored.block(row.whole(1), row.blob(2), row.blob(3), range.next()), run.id(),
                range.partitionId());
        db.each("SELECT from_hi, from_lo, next_hi, next_lo, reason, measured FROM gap WHERE run_id = ? AND partition_id = ?",
                row -> {
                    PendingGap gap = new PendingGap(
                            new dev.brokerscope.api.message.Position(range.partition(), row.whole(1), row.whole(2)),
                            new dev.brokerscope.api.message.Position(range.partition(), row.whole(3), row.whole(4)),
                            Words.reason(row.text(5)), row.whole(6) != 0, "");
                    if (!gap.harmless(range.start())) {
                        stored.harmed();
                    }
                }, run.id(), range.partitionId());
        return stored;
    }

    /// The same partitions, written into another volume.
    WriterState continuedIn(WriterState next) {
        partitions.forEach((channel, writers) -> writers.forEach((number, writer) -> writer.continueIn(
                next.partitions.getOrDefault(channel, Map.of()).getOrDefault(number, writer).stored())));
        return new WriterState(next.channelIds, partitions);
    }

    List<PartitionWriter> all() {
        List<PartitionWriter> all = new ArrayList<>();
        partitions.values().forEach(p -> all.addAll(p.values()));
        return all;
    }
}
