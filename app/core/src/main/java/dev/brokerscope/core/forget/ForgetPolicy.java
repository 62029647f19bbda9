package dev.brokerscope.core.forget;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which snapshots stay, by restic's rules: going from the newest to the oldest, each bucket keeps the newest snapshot of
/// each of its periods until its count is used up; while counts are left, the oldest of all stays too. A snapshot stays
/// where any bucket keeps it.
///
/// @param within everything so much older than the newest stays
/// @param zone whose days, weeks and months count
public record ForgetPolicy(Map<Bucket, Keep> buckets, Optional<Span> within, ZoneId zone) {

    /// A rule that keeps the newest of each period.
    public enum Bucket {
        LAST, HOURLY, DAILY, WEEKLY, MONTHLY, YEARLY;

        /// Equal for times in one period.
        String period(ZonedDateTime time, int number) {
            return switch (this) {
                case LAST -> Integer.toString(number);
                case HOURLY -> time.toLocalDate() + " " + time.getHour();
                case DAILY -> time.toLocalDate().toString();
                case WEEKLY -> time.get(IsoFields.WEEK_BASED_YEAR) + " " + time.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
                case MONTHLY -> time.getYear() + " " + time.getMonthValue();
                case YEARLY -> Integer.toString(time.getYear());
            };
        }
    }

    public ForgetPolicy {
        buckets = Map.copyOf(buckets);
    }

    /// Whether it keeps anything at all.
    public boolean isEmpty() {
        return within.isEmpty() && buckets.values().stream().noneMatch(Keep::any);
    }

    /// @param newestFirst of one group
    /// @return for each why it stays; nothing where it may go
    public List<List<String>> reasons(List<Snapshot> newestFirst) {
        Map<Bucket, Keep> left = new EnumMap<>(Bucket.class);
        left.putAll(buckets);
        Map<Bucket, String> kept = new HashMap<>();
        List<List<String>> all = new ArrayList<>();
        for (int i = 0; i < newestFirst.size(); i++) {
            ZonedDateTime time = newestFirst.get(i).time().atZone(zone);
            boolean oldest = i == newestFirst.size() - 1;
            List<String> reasons = new ArrayList<>();
            for (Bucket bucket : Bucket.values()) {
                Keep keep = left.getOrDefault(bucket, Keep.NONE);
                String period = bucket.period(time, i);
                boolean another = !period.equals(kept.get(bucket));
                if (keep.any() && (another || oldest)) {
                    reasons.add((another ? "" : "oldest ") + bucket.name().toLowerCase(java.util.Locale.ROOT)
                            + " snapshot");
                    left.put(bucket, keep.less());
                    kept.put(bucket, period);
                }
            }
            if (within.isPresent() && !time.isBefore(within.get().before(newestFirst.getFirst().time().atZone(zone)))) {
                reasons.add("within " + within.get());
            }
            all.add(List.copyOf(reasons));
        }
        return all;
    }
}
