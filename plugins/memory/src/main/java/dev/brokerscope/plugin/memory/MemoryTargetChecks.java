package dev.brokerscope.plugin.memory;

import dev.brokerscope.api.broker.Finding;
import dev.brokerscope.api.broker.Finding.Severity;
import dev.brokerscope.api.broker.TargetChecks;
import dev.brokerscope.api.channel.ChannelDefinition;
import dev.brokerscope.api.fault.FaultException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What would go wrong in a channel in memory: the codes are those of real brokers.
record MemoryTargetChecks(MemorySession session) implements TargetChecks {

    @Override
    public List<Finding> check(RestoreIntent intent) throws FaultException {
        return session.locked(() -> {
            MemoryChannel target = session.broker().channels().get(intent.target().name());
            return target == null || intent.existing() == Existing.REPLACE
                    ? missing(intent) : existing(intent, target);
        });
    }

    private static List<Finding> missing(RestoreIntent intent) {
        List<Finding> findings = new ArrayList<>();
        findings.add(intent.create()
                ? finding(Severity.PASSED, "target.created", intent, "Channel " + intent.target() + " will be created.",
                        "")
                : finding(Severity.BLOCKS, "target.missing", intent, "There is no channel " + intent.target() + ".",
                        "Create it, or let the restore create it."));
        Map<String, String> settings = new HashMap<>();
        intent.definition().settings().forEach(s -> s.value().ifPresent(v -> settings.put(s.name(), v)));
        findings.addAll(settings(intent, settings));
        return findings;
    }

    private static List<Finding> existing(RestoreIntent intent, MemoryChannel target) {
        List<Finding> findings = new ArrayList<>();
        findings.add(finding(Severity.NOTE, "target.exists", intent, "Channel " + intent.target() + " exists.", ""));
        if (target.count() > 0) {
            findings.add(finding(intent.existing() == Existing.APPEND ? Severity.WARNING : Severity.BLOCKS,
                    "target.not-empty", intent,
                    "Channel " + intent.target() + " holds " + target.count() + " messages.",
                    "Choose an empty channel, or accept that messages are appended."));
        }
        ChannelDefinition definition = intent.definition();
        if (intent.keepPartitions() && target.partitions().size() != definition.partitions()) {
            boolean fewer = target.partitions().size() < definition.partitions();
            findings.add(finding(fewer ? Severity.BLOCKS : Severity.WARNING, "partitions.differ", intent,
                    "Channel " + intent.target() + " has " + target.partitions().size() + " partitions, the source had "
                            + definition.partitions() + ".",
                    "Choose a channel with as many partitions, or do not keep partitions."));
        }
        findings.addAll(settings(intent, target.settings()));
        return findings;
    }

    private static List<Finding> settings(RestoreIntent intent, Map<String, String> settings) {
        List<Finding> findings = new ArrayList<>();
        long retention = Long.parseLong(settings.getOrDefault("retention.ms", "-1"));
        long age = System.currentTimeMillis() - intent.oldest().orElse(Long.MAX_VALUE);
        if (retention >= 0 && intent.oldest().isPresent() && age > retention) {
            findings.add(finding(Severity.WARNING, "retention.deletes", intent,
                    "Messages older than " + retention + " ms would be deleted after the restore.",
                    "Set retention.ms to -1.", Optional.of(new Finding.Setting("retention.ms", "-1"))));
        }
        long limit = Long.parseLong(settings.getOrDefault("max.message.bytes", "" + Long.MAX_VALUE));
        if (intent.largest() > limit) {
            findings.add(finding(Severity.BLOCKS, "message.too-large", intent,
                    "The largest message has " + intent.largest() + " bytes, the channel takes " + limit + ".",
                    "Raise max.message.bytes.",
                    Optional.of(new Finding.Setting("max.message.bytes", "" + intent.largest()))));
        }
        return findings;
    }

    private static Finding finding(Severity severity, String code, RestoreIntent intent, String message,
            String remedy) {
        return finding(severity, code, intent, message, remedy, Optional.empty());
    }

    private static Finding finding(Severity severity, String code, RestoreIntent intent, String message, String remedy,
            Optional<Finding.Setting> setting) {
        return new Finding(severity, code, intent.target(), message, remedy, setting);
    }
}
