package dev.brokerscope.plugin.rabbitmq.stream;

import dev.brokerscope.api.broker.Finding;
import dev.brokerscope.api.broker.Finding.Severity;
import dev.brokerscope.api.broker.TargetChecks.Existing;
import dev.brokerscope.api.broker.TargetChecks.RestoreIntent;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.plugin.rabbitmq.connect.QueueFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What would go wrong with a restore into a stream.
record StreamChecks(RestoreIntent intent) {

    private static final long USUAL_FRAME = 1L << 20;

    List<Finding> missing() {
        List<Finding> findings = new ArrayList<>();
        if (intent.target().name().startsWith("amq.")) {
            findings.add(
                    finding(Severity.BLOCKS, "target.reserved", "Names that begin with \"amq.\" are RabbitMQ's own.",
                            "Choose another name."));
        }
        large(Optional.of(USUAL_FRAME), findings);
        return findings;
    }

    /// @param largest message that the server takes
    List<Finding> existing(StreamParts parts, StreamProbe probe, Optional<QueueFacts> facts, Optional<Long> largest)
            throws FaultException, InterruptedException {
        List<Finding> findings = new ArrayList<>();
        long held = 0;
        for (String stream : parts.streams()) {
            StreamBounds bounds = probe.bounds(stream);
            held += bounds.end() - bounds.first();
        }
        boolean append = intent.existing() == Existing.APPEND;
        findings.add(held == 0
                ? finding(Severity.PASSED, "target.not-empty", "The " + parts.what() + " is empty.", "")
                : finding(append ? Severity.WARNING : Severity.BLOCKS, "target.not-empty", "The " + parts.what()
                        + " holds up to " + counted(held, "message") + " already.",
                        "Restore into an empty stream, or accept that messages are appended."));
        int wanted = intent.definition().partitions();
        if (intent.keepPartitions() && wanted > parts.streams().size()) {
            findings.add(finding(Severity.BLOCKS, "partitions.differ", "The " + parts.what() + " has "
                    + counted(parts.streams().size(), "partition") + ", the source had " + wanted + ".",
                    "Restore into a super stream with as many partitions, or with all messages in one partition."));
        }
        facts.flatMap(f -> f.rule("max-length-bytes")).ifPresent(most -> findings.add(finding(Severity.NOTE,
                "target.retention", "The " + parts.what() + " keeps at most " + most
                        + " bytes: the oldest messages go first.",
                "")));
        large(largest, findings);
        return findings;
    }

    private void large(Optional<Long> most, List<Finding> findings) {
        most.filter(m -> intent.largest() > m).ifPresent(m -> findings.add(finding(Severity.WARNING,
                "message.too-large", "The largest message has " + counted(intent.largest(), "byte")
                        + "; the server takes " + counted(m, "byte") + " at a time.",
                "Raise stream.frame_max on the server.")));
    }

    private static String counted(long count, String one) {
        return String.format(Locale.ENGLISH, "%,d %s", count, count == 1 ? one : one + "s");
    }

    private Finding finding(Severity severity, String code, String message, String remedy) {
        return new Finding(severity, code, intent.target(), message, remedy, Optional.empty());
    }
}
