package dev.brokerscope.core.backup;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.brokerscope.api.broker.Isolation;
import dev.brokerscope.api.message.Bytes;
import dev.brokerscope.core.slice.Slice;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// What of a plan an archive keeps: the words as typed, nothing that they were resolved to, no addresses.
record PlanText(String json) {

    static PlanText of(BackupPlan plan) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        ArrayNode slices = root.putArray("slices");
        plan.slices().stream().map(Slice::text).forEach(slices::add);
        root.put("isolation", plan.isolation() == Isolation.ALL ? "all" : "committed");
        root.put("schemas", plan.schemas()).put("groups", plan.groups());
        if (!plan.extras().objects()) {
            root.put("objects", false);
        }
        plan.reading().filter().ifPresent(f -> root.put("filter", f.text()));
        plan.reading().mask().ifPresent(m -> root.put("mask", m.statement()));
        if (plan.reading().measureAborted()) {
            root.put("measureAborted", true);
        }
        if (plan.sinceLast()) {
            root.put("sinceLast", true);
        }
        if (plan.follows()) {
            root.put("follow", true);
        }
        return new PlanText(root.toString());
    }

    Bytes hash() {
        try {
            return Bytes.wrap(MessageDigest.getInstance("SHA-256").digest(json.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
