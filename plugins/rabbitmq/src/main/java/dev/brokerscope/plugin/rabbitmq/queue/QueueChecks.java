package dev.brokerscope.plugin.rabbitmq.queue;

import dev.brokerscope.api.broker.Finding;
import dev.brokerscope.api.broker.Finding.Severity;
import dev.brokerscope.api.broker.TargetChecks.Existing;
import dev.brokerscope.api.broker.TargetChecks.RestoreIntent;
import dev.brokerscope.plugin.rabbitmq.connect.QueueFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What would go wrong with a restore into a queue.
record QueueChecks(RestoreIntent intent) {

    /// What a server takes unless told otherwise: 16 MiB from 4.0 on, 128 MiB before.
    private static final long LARGE = 16L << 20;

    List<Finding> findings(Optional<QueueFacts> existing, long ready) {
        List<Finding> findings = new ArrayList<>();
        if (existing.isPresent()) {
            holds(ready, findings);
            rules(existing.get(), ready, findings);
        } else if (intent.target().name().startsWith("amq.")) {
            findings.add(
                    finding(Severity.BLOCKS, "target.reserved", "Names that begin with \"amq.\" are RabbitMQ's own.",
                            "Choose another name."));
        }
        if (intent.keepPartitions() && intent.definition().partitions() > 1) {
            findings.add(finding(Severity.BLOCKS, "partitions.differ", "A queue has one partition, the source had "
                    + intent.definition().partitions() + ".", "Restore with all messages in one partition."));
        }
        if (intent.largest() > LARGE) {
            findings.add(finding(Severity.WARNING, "message.too-large", "The largest message has "
                    + counted(intent.largest(), "byte") + "; RabbitMQ 4 takes 16 MiB unless it was told otherwise.",
                    "Raise max_message_size on the server."));
        }
        return findings;
    }

    private void holds(long ready, List<Finding> findings) {
        boolean append = intent.existing() == Existing.APPEND;
        findings.add(ready == 0
                ? finding(Severity.PASSED, "target.not-empty", "Queue " + intent.target() + " is empty.", "")
                : finding(append ? Severity.WARNING : Severity.BLOCKS, "target.not-empty",
                        "Queue " + intent.target() + " holds " + counted(ready, "message") + " already.",
                        "Restore into an empty queue, or accept that messages are appended."));
    }

    private void rules(QueueFacts queue, long ready, List<Finding> findings) {
        queue.whole("consumers").filter(n -> n > 0).ifPresent(n -> findings.add(finding(Severity.WARNING,
                "target.consumed", "Queue " + intent.target() + " has " + counted(n, "consumer")
                        + ": restored messages are worked on at once, and are gone before they can be compared.",
                "Stop its consumers first, or restore into another queue.")));
        queue.limit("max-length").filter(most -> ready + intent.messages() > most)
                .ifPresent(most -> findings.add(finding(Severity.BLOCKS, "target.too-short", "Queue " + intent.target()
                        + " holds at most " + counted(most, "message") + "; " + counted(intent.messages(), "message")
                        + " are to be restored.", "Raise its max-length, or restore into another queue.")));
        queue.limit("message-ttl").ifPresent(ttl -> findings.add(finding(Severity.WARNING, "target.expires",
                "Messages in queue " + intent.target() + " live " + ttl + " ms from the restore on.",
                "Restore into a queue without message-ttl.")));
    }

    private static String counted(long count, String one) {
        return String.format(Locale.ENGLISH, "%,d %s", count, count == 1 ? one : one + "s");
    }

    private Finding finding(Severity severity, String code, String message, String remedy) {
        return new Finding(severity, code, intent.target(), message, remedy, Optional.empty());
    }
}
