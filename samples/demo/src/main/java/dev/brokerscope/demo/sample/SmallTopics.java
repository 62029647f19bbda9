package dev.brokerscope.demo.sample;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/// Topics of small JSON messages that differ in little but their words and their number.
///
/// @param keys how many different keys there are
public record SmallTopics(String name, int partitions, Map<String, String> config, Timeline timeline, int count,
        int keys, List<String> events) implements SampleTopic {

    /// `shipments.eu`: parcels on their way.
    public static SmallTopics shipments(Timeline timeline) {
        return new SmallTopics("shipments.eu", 4, Map.of(), timeline, 1_500, 400,
                List.of("label.printed", "picked.up", "in.transit", "out.for.delivery", "delivered"));
    }

    /// `audit.log`: the large one.
    public static SmallTopics audit(Timeline timeline) {
        return new SmallTopics("audit.log", 8, Map.of("compression.type", "zstd"), timeline, 50_000, 900,
                List.of("signed.in", "signed.out", "viewed", "changed", "exported", "refused"));
    }

    /// `inventory.snapshots`: the newest stock of each article, compacted.
    public static SmallTopics inventory(Timeline timeline) {
        return new SmallTopics("inventory.snapshots", 2, Map.of("cleanup.policy", "compact"), timeline, 2_000, 120,
                List.of("counted", "corrected"));
    }

    @Override
    public void fill(SampleWriter writer) {
        SplittableRandom random = new SplittableRandom(name.hashCode());
        for (long moment : timeline.moments(count, random)) {
            int key = random.nextInt(keys);
            String event = events.get(random.nextInt(events.size()));
            writer.send(SampleMessage.to(name, moment).key(name.charAt(0) + "-" + (10_000 + key))
                    .value("{\"event\":\"%s\",\"subject\":%d,\"quantity\":%d,\"at\":\"%s\",\"by\":\"user%02d\"}"
                            .formatted(event,
                                    10_000 + key, random.nextInt(500), Instant.ofEpochMilli(moment),
                                    random.nextInt(60)))
                    .header("type", event).build());
        }
    }
}
