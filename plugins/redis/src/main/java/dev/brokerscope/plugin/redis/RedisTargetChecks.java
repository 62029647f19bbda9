package dev.brokerscope.plugin.redis;

import dev.brokerscope.api.broker.Finding;
import dev.brokerscope.api.broker.Finding.Severity;
import dev.brokerscope.api.broker.TargetChecks;
import dev.brokerscope.api.broker.TargetChecks.Existing;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import redis.clients.jedis.Protocol.Command;

/// What would go wrong with a restore into a stream.
record RedisTargetChecks(RedisLink link) implements TargetChecks {

    /// What Redis takes in one field unless told otherwise (`proto-max-bulk-len`).
    private static final long LARGEST = 512L << 20;

    @Override
    public List<Finding> check(RestoreIntent intent) throws FaultException, InterruptedException {
        List<Finding> findings = new ArrayList<>();
        String type = Reply.text(link.ask("key " + intent.target(), Command.TYPE, KeyNames.key(intent.target())));
        boolean replaced = type.equals("stream") && intent.existing() == Existing.REPLACE;
        switch (replaced ? "none" : type) {
            case "none" -> findings.add(intent.create()
                    ? finding(intent, Severity.PASSED, "target.created",
                            "Stream " + intent.target() + " will be created.", "")
                    : finding(intent, Severity.BLOCKS, "target.missing", "There is no stream " + intent.target() + ".",
                            "Create it, or let the restore create it."));
            case "stream" -> existing(intent, findings);
            default -> findings.add(finding(intent, Severity.BLOCKS, "target.other-type",
                    "Key " + intent.target() + " is no stream, but a " + type + ".", "Choose another name."));
        }
        if (intent.keepPartitions() && intent.definition().partitions() > 1) {
            findings.add(
                    finding(intent, Severity.BLOCKS, "partitions.differ", "A stream has one partition, the source had "
                            + intent.definition().partitions() + ".", "Restore with all messages in one partition."));
        }
        if (intent.largest() > LARGEST) {
            findings.add(finding(intent, Severity.WARNING, "message.too-large", "The largest message has "
                    + counted(intent.largest(), "byte") + "; Redis takes 512 MiB unless it was told otherwise.",
                    "Raise proto-max-bulk-len on the server."));
        }
        memory(intent).ifPresent(findings::add);
        return findings;
    }

    private void existing(RestoreIntent intent, List<Finding> findings) throws FaultException, InterruptedException {
        StreamInfo info = StreamInfo.of(link, intent.target());
        findings.add(finding(intent, Severity.NOTE, "target.exists", "Stream " + intent.target() + " exists.", ""));
        if (info.length() > 0) {
            String holds = "Stream " + intent.target() + " holds " + counted(info.length(), "entry", "entries")
                    + " already, the last with id " + StreamId.text(info.last());
            boolean append = intent.existing() == Existing.APPEND;
            findings.add(finding(intent, append ? Severity.WARNING : Severity.BLOCKS, "target.not-empty",
                    holds + (append ? ": older ids cannot be kept." : "."),
                    "Restore into an empty stream, or accept that entries are appended with new ids."));
        } else if (!info.last().equals(StreamId.ZERO)) {
            findings.add(finding(intent, Severity.WARNING, "target.used", "Stream " + intent.target()
                    + " is empty, but had ids up to " + StreamId.text(info.last()) + ": older ones cannot be kept.",
                    "Delete it, so that the restore makes it anew."));
        } else {
            findings.add(finding(intent, Severity.PASSED, "target.not-empty",
                    "Stream " + intent.target() + " is empty.", ""));
        }
    }

    /// A server that evicts keys when memory runs out may drop the whole stream.
    private Optional<Finding> memory(RestoreIntent intent) throws FaultException, InterruptedException {
        try {
            List<?> told = Reply.list(link.at(link.nodes().holding(KeyNames.key(intent.target())), "the server",
                    Command.CONFIG, RedisLine.words("GET", "maxmemory-policy")));
            String policy = Reply.named(told, "maxmemory-policy").map(Reply::text).orElse("noeviction");
            return policy.startsWith("allkeys")
                    ? Optional.of(finding(intent, Severity.WARNING, "memory.evicts", "The server drops keys when its"
                            + " memory is full (maxmemory-policy " + policy + "), streams too.",
                            "Set maxmemory-policy to noeviction."))
                    : Optional.empty();
        } catch (FaultException e) {
            if (e.kind() == FaultKind.NOT_AUTHORISED || e.kind() == FaultKind.REJECTED) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static String counted(long count, String one) {
        return counted(count, one, one + "s");
    }

    private static String counted(long count, String one, String many) {
        return String.format(Locale.ENGLISH, "%,d %s", count, count == 1 ? one : many);
    }

    private static Finding finding(RestoreIntent intent, Severity severity, String code, String message,
            String remedy) {
        return new Finding(severity, code, intent.target(), message, remedy, Optional.empty());
    }
}
