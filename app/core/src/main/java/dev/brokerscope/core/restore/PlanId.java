package dev.brokerscope.core.restore;

import java.util.UUID;

/// Names a restore's journal.
final class PlanId {

    private PlanId() {}

    static String fresh() {
        return UUID.randomUUID().toString();
    }
}
