package dev.brokerscope.core.restore;

import dev.brokerscope.core.query.FilterWords;
import dev.brokerscope.core.slice.Slice;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;

/// Names a restore's journal by what it writes where: archive, slices, names, partitioning and the target's cluster.
final class PlanId {

    private PlanId() {}

    static String of(RestorePlan plan) {
        String words = String.join("\n", plan.archive().toAbsolutePath().normalize().toString(),
                String.join("\n", plan.slices().stream().map(Slice::text).sorted().toList()),
                new TreeMap<>(plan.naming().renames()).toString(), plan.naming().prefix(),
                plan.partitioning().name(), plan.writing().map().map(PartitionMap::meaning).orElse(""),
                plan.writing().transactional() ? "transactional" : "",
                plan.scope().filter().map(FilterWords::text).orElse(""), List.of(plan.clusterId()).toString());
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(words.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
