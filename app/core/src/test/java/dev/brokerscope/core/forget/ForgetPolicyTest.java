package dev.brokerscope.core.forget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brokerscope.core.forget.ForgetPolicy.Bucket;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Restic's rules.
class ForgetPolicyTest {

    private static final Snapshot.Group GROUP = new Snapshot.Group("kafka", "c", "verbatim", List.of("orders"), "");

    private static List<Snapshot> at(String... times) {
        return Stream.of(times).map(t -> new Snapshot(Path.of(t), List.of(), GROUP, Instant.parse(t + ":00Z"), 1, 1))
                .toList();
    }

    private static ForgetPolicy policy(Map<Bucket, Keep> buckets) {
        return new ForgetPolicy(buckets, Optional.empty(), ZoneOffset.UTC);
    }

    private static List<String> kept(ForgetPolicy policy, List<Snapshot> newestFirst) {
        List<List<String>> reasons = policy.reasons(newestFirst);
        List<String> kept = new ArrayList<>();
        for (int i = 0; i < newestFirst.size(); i++) {
            if (!reasons.get(i).isEmpty()) {
                kept.add(newestFirst.get(i).path() + " " + String.join(", ", reasons.get(i)));
            }
        }
        return kept;
    }

    @Test
    void keepsTheNewestOfEachDay() {
        assertEquals(List.of("2026-11-22T20:00 daily snapshot", "2026-11-21T20:00 daily snapshot"),
                kept(policy(Map.of(Bucket.DAILY, new Keep(2))), at("2026-11-22T20:00", "2026-11-22T08:00",
                        "2026-11-21T20:00", "2026-11-21T08:00", "2026-11-20T08:00")));
    }

    @Test
    void countsDaysWithSnapshotsOnly() {
        assertEquals(2, kept(policy(Map.of(Bucket.DAILY, new Keep(2))),
                at("2026-11-22T20:00", "2026-03-01T08:00", "2026-02-01T08:00")).size());
    }

    @Test
    void keepsTheOldestWhileCountsAreLeft() {
        assertEquals(List.of("2026-11-22T20:00 daily snapshot", "2026-11-22T06:00 oldest daily snapshot"),
                kept(policy(Map.of(Bucket.DAILY, new Keep(7))),
                        at("2026-11-22T20:00", "2026-11-22T08:00", "2026-11-22T06:00")));
    }

    @Test
    void weeksAreThoseOfTheIsoCalendar() {
        assertEquals(List.of("2027-01-03T08:00 weekly snapshot", "2026-12-27T08:00 weekly snapshot"),
                kept(policy(Map.of(Bucket.WEEKLY, new Keep(2))), at("2027-01-03T08:00", "2027-01-01T08:00",
                        "2026-12-28T08:00", "2026-12-27T08:00", "2026-12-20T08:00")));
    }

    @Test
    void severalRulesKeepOneSnapshotTogether() {
        assertEquals(List.of("2026-11-22T20:00 last snapshot, monthly snapshot, yearly snapshot",
                "2026-10-31T20:00 monthly snapshot"),
                kept(policy(Map.of(Bucket.LAST, new Keep(1), Bucket.MONTHLY, new Keep(2), Bucket.YEARLY, new Keep(1))),
                        at("2026-11-22T20:00", "2026-11-21T20:00", "2026-10-31T20:00", "2026-10-30T20:00")));
    }

    @Test
    void unlimitedNeverEnds() {
        assertEquals(3, kept(policy(Map.of(Bucket.YEARLY, Keep.ALL)),
                at("2026-11-22T20:00", "2025-11-21T20:00", "2020-10-31T20:00")).size());
    }

    @Test
    void withinCountsFromTheNewestSnapshot() {
        ForgetPolicy policy = new ForgetPolicy(Map.of(), Span.parse("1m2d"), ZoneOffset.UTC);
        assertEquals(List.of("2020-03-31T08:00 within 1m2d", "2020-02-27T08:00 within 1m2d"),
                kept(policy, at("2020-03-31T08:00", "2020-02-27T08:00", "2020-02-26T08:00")));
    }

    @Test
    void spansAreWrittenAsResticDoes() {
        assertEquals("2y5m7d3h", Span.parse("2y5m7d3h").orElseThrow().toString());
        assertTrue(Span.parse("3 days").isEmpty());
        assertTrue(Span.parse("").isEmpty());
    }

    @Test
    void aPolicyWithoutRulesIsEmpty() {
        assertTrue(policy(Map.of(Bucket.DAILY, Keep.NONE)).isEmpty());
        assertFalse(policy(Map.of(Bucket.DAILY, Keep.ALL)).isEmpty());
    }
}
