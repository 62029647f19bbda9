package dev.brokerscope.plugin.kafka;

import dev.brokerscope.api.broker.Finding.Severity;
import dev.brokerscope.api.broker.TargetChecks.RestoreIntent;
import dev.brokerscope.api.channel.ChannelDefinition;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What the settings of a restore's target would do to the messages: delete, merge, retime or refuse them.
///
/// @param now milliseconds since the epoch
/// @param compresses whether large messages may shrink on their way
record TargetSettings(TargetConfig config, Findings findings, long now, boolean compresses) {

    private static final String FOREVER = "-1";
    private static final String ANY = Long.toString(Long.MAX_VALUE);
    /// Kafka counts a message with its batch: room for both beside key, value and headers.
    private static final long OVERHEAD = 512;

    void check() {
        retention();
        retentionBytes();
        compaction();
        timestamps();
        size();
    }

    private RestoreIntent intent() {
        return findings.intent();
    }

    private void retention() {
        Optional<Long> retention = config.number("retention.ms").filter(ms -> ms >= 0 && deletes());
        Optional<Long> oldest = intent().oldest();
        if (oldest.isEmpty()) {
            return;
        }
        if (retention.isPresent() && now - oldest.get() > retention.get()) {
            findings.add(Severity.WARNING, "retention.deletes", "The oldest message is of "
                    + Instant.ofEpochMilli(oldest.get()) + "; the topic keeps "
                    + Duration.ofMillis(retention.get()).toHours()
                    + " hours, so the broker deletes older messages soon after the restore.",
                    "Set retention.ms to -1.", "retention.ms", FOREVER);
        } else {
            findings.add(Severity.PASSED, "retention.deletes", "Retention keeps messages of that age.", "");
        }
    }

    private void retentionBytes() {
        config.number("retention.bytes").filter(bytes -> bytes >= 0 && deletes())
                .ifPresent(bytes -> findings.add(Severity.WARNING, "retention.bytes", "The topic keeps " + bytes
                        + " bytes per partition; the broker deletes what is more.",
                        "Set retention.bytes to -1.", "retention.bytes", FOREVER));
    }

    private boolean deletes() {
        return config.text("cleanup.policy").map(p -> p.contains("delete")).orElse(true);
    }

    private void compaction() {
        if (!KafkaGaps.compacts(config.text("cleanup.policy"))) {
            return;
        }
        boolean sourceToo = KafkaGaps.compacts(intent().definition().settings().stream()
                .filter(s -> s.name().equals("cleanup.policy")).findFirst().flatMap(ChannelDefinition.Setting::value));
        String message = "The topic is compacted: in time only the newest message of each key stays, and messages "
                + "without a key are refused.";
        if (sourceToo) {
            findings.add(Severity.NOTE, "cleanup.compacts", message, "");
        } else {
            findings.add(Severity.WARNING, "cleanup.compacts", message, "Set cleanup.policy to delete.",
                    "cleanup.policy",
                    "delete");
        }
    }

    private void timestamps() {
        if (config.text("message.timestamp.type").filter("LogAppendTime"::equals).isPresent()) {
            findings.add(Severity.WARNING, "timestamp.append-time",
                    "The broker writes its own timestamps into this topic: those of the messages are lost.",
                    "Set message.timestamp.type to CreateTime.", "message.timestamp.type", "CreateTime");
            return;
        }
        Optional<Long> before = config.number("message.timestamp.before.max.ms").filter(ms -> ms >= 0);
        Optional<Long> oldest = intent().oldest().filter(ms -> ms >= 0);
        if (before.isPresent() && oldest.isPresent() && now - oldest.get() > before.get()) {
            findings.add(Severity.BLOCKS, "timestamp.too-old", "The topic refuses messages older than "
                    + Duration.ofMillis(before.get()) + "; the oldest is of " + Instant.ofEpochMilli(oldest.get())
                    + ".",
                    "Set message.timestamp.before.max.ms to " + ANY + ".", "message.timestamp.before.max.ms", ANY);
        }
        Optional<Long> after = config.number("message.timestamp.after.max.ms").filter(ms -> ms >= 0);
        Optional<Long> newest = intent().newest();
        if (after.isPresent() && newest.isPresent() && newest.get() - now > after.get()) {
            findings.add(Severity.BLOCKS, "timestamp.too-new", "The topic refuses timestamps more than "
                    + Duration.ofMillis(after.get()) + " ahead; the newest is " + newest.get() + " ms since 1970.",
                    "Set message.timestamp.after.max.ms to " + ANY + ".", "message.timestamp.after.max.ms", ANY);
        }
        if (intent().oldest().filter(ms -> ms < 0).isPresent()) {
            findings.add(Severity.WARNING, "timestamp.negative",
                    "Some messages have a negative timestamp; Kafka's producer refuses those, so they are written as now.",
                    "Nothing can be done about it.");
        }
    }

    private void size() {
        Optional<Long> limit = config.number("max.message.bytes");
        long needed = intent().largest() + OVERHEAD;
        if (limit.isEmpty()) {
            return;
        }
        if (needed > limit.get()) {
            findings.add(compresses ? Severity.WARNING : Severity.BLOCKS, "message.too-large",
                    "The largest message has "
                            + intent().largest() + " bytes, the topic takes " + limit.get()
                            + (compresses ? "; it is refused unless it compresses well." : "."),
                    "Raise max.message.bytes to " + needed + ".", "max.message.bytes", Long.toString(needed));
        } else {
            findings.add(Severity.PASSED, "message.too-large", "The largest message fits.", "");
        }
    }
}
