package dev.brokerscope.core.backup;

import dev.brokerscope.api.broker.CursorEvent;
import dev.brokerscope.api.broker.GapReason;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.message.Position;
import dev.brokerscope.archive.ArchiveContents;
import dev.brokerscope.archive.ChannelStart;
import dev.brokerscope.archive.RangeStart;
import dev.brokerscope.archive.RunStart;
import dev.brokerscope.core.job.Amounts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Judges whether a run got everything it was asked for. Compaction, transactions and what retention took before the
/// run are no loss; what vanished or could not be read since is. One thread.
final class Completeness {

    private record Lost(ChannelId channel, GapReason reason) {}

    private final Map<ChannelId, Map<Integer, Position>> held = new HashMap<>();
    private final Map<Lost, Long> lost = new LinkedHashMap<>();
    private final Set<String> sentences = new LinkedHashSet<>();

    /// @param continues whether the run goes on from another: then it was to find everything since
    Completeness(RunStart run, boolean continues) {
        for (ChannelStart channel : run.channels()) {
            Map<Integer, Position> firsts = new HashMap<>();
            for (RangeStart range : channel.ranges()) {
                firsts.put(range.partition(), continues ? range.begin() : range.first().orElse(range.begin()));
                if (continues && range.stable().filter(s -> s.compareTo(range.begin()) < 0).isPresent()) {
                    sentences.add(channel.channel() + ": partition " + range.partition()
                            + " now ends before the position at which the last run ended: it was truncated.");
                }
            }
            held.put(channel.channel(), firsts);
        }
    }

    /// What an earlier attempt of the same run left behind.
    void recall(ArchiveContents contents) {
        UUID run = contents.runs().getLast().id();
        for (ArchiveContents.Channel channel : contents.channels()) {
            channel.partitions().stream().flatMap(p -> p.coverage().stream()).filter(c -> c.run().equals(run))
                    .flatMap(c -> c.gaps().stream())
                    .forEach(g -> gap(channel.original(), g.from(), g.next(), g.reason()));
        }
    }

    void gap(ChannelId channel, CursorEvent.Gap gap) {
        gap(channel, gap.from(), gap.next(), gap.reason());
    }

    void notice(ChannelId channel, CursorEvent.Notice notice) {
        switch (notice.kind()) {
            case TRUNCATED, POSITION_GONE, COUNT_MISMATCH, UNREADABLE -> sentences.add(channel + ": " + notice.text());
            case PARTITION_ADDED, RECONNECTED, DUPLICATE_POSSIBLE -> {
                // worth telling, but nothing asked for is missing
            }
        }
    }

    void add(String sentence) {
        sentences.add(sentence);
    }

    /// Empty where everything is there.
    List<String> sentences() {
        List<String> all = new ArrayList<>(sentences);
        lost.forEach((what, positions) -> all.add(what.channel + " lost " + Amounts.of(positions, "position")
                + ", reason: " + what.reason.text() + "."));
        return all;
    }

    private void gap(ChannelId channel, Position from, Position next, GapReason reason) {
        boolean sinceTheCut = reason == GapReason.RETENTION
                && next.compareTo(first(channel, next.partition()).orElse(next)) > 0;
        if (!reason.harmless() || sinceTheCut) {
            long positions = next.hi() == from.hi() ? next.lo() - from.lo() : 1;
            lost.merge(new Lost(channel, reason), positions, Long::sum);
        }
    }

    private Optional<Position> first(ChannelId channel, int partition) {
        return Optional.ofNullable(held.getOrDefault(channel, Map.of()).get(partition));
    }
}
