package dev.brokerscope.demo.sample;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.SplittableRandom;

/// `customer-profile`: the newest profile per customer, compacted; some customers are deleted by a tombstone.
public record CustomerProfiles(Timeline timeline, int count) implements SampleTopic {

    @Override
    public String name() {
        return "customer-profile";
    }

    @Override
    public int partitions() {
        return 2;
    }

    @Override
    public Map<String, String> config() {
        return Map.of("cleanup.policy", "compact", "min.cleanable.dirty.ratio", "0.1", "segment.ms", "1000",
                "delete.retention.ms", "86400000");
    }

    @Override
    public void fill(SampleWriter writer) {
        SplittableRandom random = new SplittableRandom(4);
        long[] moments = timeline.moments(count, random);
        for (int i = 0; i < count; i++) {
            People.Customer customer = People.customer(random.nextInt(180));
            SampleMessage message = SampleMessage.to(name(), moments[i]).key(Long.toString(customer.id()));
            if (random.nextInt(15) == 0) {
                message.header("reason", "erasure request");
            } else {
                message.value(profile(customer, i, random).toString());
            }
            writer.send(message.build());
        }
    }

    private static ObjectNode profile(People.Customer customer, int revision, SplittableRandom random) {
        ObjectNode profile = JsonNodeFactory.instance.objectNode();
        profile.put("id", customer.id()).put("name", customer.name()).put("email", customer.email())
                .put("revision", revision).put("newsletter", random.nextBoolean());
        profile.putObject("address").put("city", customer.city()).put("country", customer.country());
        profile.putArray("segments").add("tea").add(random.nextBoolean() ? "gold" : "silver");
        return profile;
    }
}
