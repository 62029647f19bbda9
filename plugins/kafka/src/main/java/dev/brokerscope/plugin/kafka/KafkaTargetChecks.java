package dev.brokerscope.plugin.kafka;

import dev.brokerscope.api.broker.Finding;
import dev.brokerscope.api.broker.Finding.Severity;
import dev.brokerscope.api.broker.Isolation;
import dev.brokerscope.api.broker.TargetChecks;
import dev.brokerscope.api.broker.TargetChecks.Existing;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.acl.AclOperation;

/// Looks at a restore's target: whether it is there, empty, alike and writable. What its settings would do is looked at
/// by [TargetSettings].
record KafkaTargetChecks(KafkaAdmin admin) implements TargetChecks {

    @Override
    public List<Finding> check(RestoreIntent intent) throws FaultException, InterruptedException {
        Findings findings = new Findings(intent);
        String name = intent.target().name();
        Optional<TopicDescription> topic = intent.existing() == Existing.REPLACE ? Optional.empty() : find(name);
        TargetConfig config = topic.isPresent()
                ? TargetConfig.existing(admin, name) : TargetConfig.created(admin, intent.definition());
        if (topic.isPresent()) {
            existing(topic.get(), findings);
            replicas(topic.get(), config, findings);
        } else {
            missing(config, findings);
        }
        new TargetSettings(config, findings, System.currentTimeMillis(), admin.config().compresses()).check();
        return findings.list();
    }

    private Optional<TopicDescription> find(String name) throws FaultException, InterruptedException {
        try {
            return Optional.of(admin.await(
                    admin.describe(name, new DescribeTopicsOptions().includeAuthorizedOperations(true)),
                    "topic " + name));
        } catch (FaultException unknown) {
            if (unknown.kind() != FaultKind.NOT_FOUND) {
                throw unknown;
            }
            return Optional.empty();
        }
    }

    private void existing(TopicDescription topic, Findings findings) throws FaultException, InterruptedException {
        TargetChecks.RestoreIntent intent = findings.intent();
        findings.add(Severity.NOTE, "target.exists", "Topic " + topic.name() + " exists.", "");
        long held = held(topic);
        if (held > 0) {
            findings.add(intent.existing() == Existing.APPEND ? Severity.WARNING : Severity.BLOCKS, "target.not-empty",
                    "Topic " + topic.name() + " holds up to " + counted(held, "message") + " already.",
                    "Restore into an empty topic, or accept that messages are appended.");
        } else {
            findings.add(Severity.PASSED, "target.not-empty", "Topic " + topic.name() + " is empty.", "");
        }
        int partitions = topic.partitions().size();
        int wanted = intent.definition().partitions();
        if (intent.keepPartitions() && partitions != wanted) {
            findings.add(partitions < wanted ? Severity.BLOCKS : Severity.WARNING, "partitions.differ",
                    "Topic " + topic.name() + " has " + counted(partitions, "partition") + ", the source had " + wanted
                            + ".",
                    "Choose a topic with as many partitions, or spread messages by key.");
        }
        if (topic.isInternal() || topic.name().startsWith("__")) {
            findings.add(Severity.BLOCKS, "target.internal", "Topic " + topic.name() + " belongs to the broker itself.",
                    "Choose another name.");
        }
        if (topic.authorizedOperations() != null && !topic.authorizedOperations().contains(AclOperation.WRITE)) {
            findings.add(Severity.BLOCKS, "not-authorised.write",
                    "This user may not write to topic " + topic.name() + ".",
                    "Ask for the right WRITE on it.");
        }
    }

    private static String counted(long count, String one) {
        return String.format(Locale.ENGLISH, "%,d %s%s", count, one, count == 1 ? "" : "s");
    }

    private long held(TopicDescription topic) throws FaultException, InterruptedException {
        var begins = admin.offsets(KafkaDescription.all(topic, OffsetSpec.earliest()), Isolation.ALL);
        var ends = admin.await(admin.offsets(KafkaDescription.all(topic, OffsetSpec.latest()), Isolation.ALL),
                "topic " + topic.name());
        long held = 0;
        for (var begin : admin.await(begins, "topic " + topic.name()).byPartition().entrySet()) {
            held += ends.at(begin.getKey()) - begin.getValue();
        }
        return held;
    }

    private void missing(TargetConfig config, Findings findings) throws FaultException, InterruptedException {
        TargetChecks.RestoreIntent intent = findings.intent();
        String name = intent.target().name();
        if (!intent.create()) {
            findings.add(Severity.BLOCKS, "target.missing", "There is no topic " + name + ".",
                    "Create it, or let the restore create it.");
            return;
        }
        findings.add(Severity.PASSED, "target.created", "Topic " + name + " will be created with "
                + counted(intent.definition().partitions(), "partition") + ".", "");
        var rights = admin.see(admin.client()
                .describeCluster(new DescribeClusterOptions().includeAuthorizedOperations(true)).authorizedOperations(),
                "the cluster").value();
        if (rights.isPresent() && !rights.get().contains(AclOperation.CREATE)) {
            findings.add(Severity.WARNING, "not-authorised.create",
                    "This user may not create topics in the whole cluster; perhaps this one.",
                    "Ask for the right CREATE on topic " + name + ".");
        }
        int wanted = intent.definition().replication().orElse(1);
        int brokers = KafkaDefinitions.brokers(admin).orElse(wanted);
        if (wanted > brokers) {
            findings.add(Severity.WARNING, "replication.brokers", "The source had replication factor " + wanted
                    + ", the cluster has " + brokers + " brokers: the topic gets factor " + brokers + ".", "");
        }
        long least = config.number("min.insync.replicas").orElse(1L);
        int replicas = Math.min(wanted, brokers);
        if (least > replicas) {
            findings.add(Severity.BLOCKS, "replication.min-insync", "Writing needs " + least
                    + " replicas in sync, the topic would have " + replicas + ".",
                    "Set min.insync.replicas to " + replicas + ".", "min.insync.replicas", Integer.toString(replicas));
        }
    }

    private static void replicas(TopicDescription topic, TargetConfig config, Findings findings) {
        long least = config.number("min.insync.replicas").orElse(1L);
        topic.partitions().stream().filter(p -> p.isr().size() < least).findFirst()
                .ifPresent(p -> findings.add(Severity.BLOCKS, "replication.min-insync",
                        "Partition " + p.partition() + " of topic " + topic.name() + " has " + p.isr().size()
                                + " replicas in sync, writing needs " + least + ".",
                        "Bring the missing brokers up, or lower min.insync.replicas."));
    }
}
