package dev.brokerscope.core.backup;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.brokerscope.archive.Verification;
import dev.brokerscope.core.job.Amounts;
import java.util.Locale;
import java.util.TreeMap;

/// A backup's report as a sentence and as JSON.
final class BackupWords {

    private BackupWords() {}

    static String summary(BackupReport report) {
        String done = Amounts.of(report.messages(), "message") + " of "
                + Amounts.of(report.channels().size(), "channel") + " (" + Amounts.bytes(report.bytes()) + ") in "
                + report.archive().getFileName() + ", " + Amounts.bytes(report.archiveBytes()) + ".";
        return switch (report.outcome()) {
            case COMPLETE, DIFFERENT -> done;
            case INCOMPLETE -> done + " Incomplete: " + String.join(" ", report.incomplete());
            case DAMAGED -> done + " The check afterwards found damage.";
        };
    }

    static ObjectNode json(BackupReport report) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("outcome", report.outcome().name().toLowerCase(Locale.ROOT));
        root.put("archive", report.archive().toString()).put("resumed", report.resumed());
        root.put("messages", report.messages()).put("bytes", report.bytes());
        root.put("archiveBytes", report.archiveBytes()).put("schemas", report.schemas());
        root.put("groups", report.groups()).put("tookMillis", report.took().toMillis());
        root.put("messagesPerSecond", Math.round(report.messagesPerSecond()));
        ArrayNode incomplete = root.putArray("incomplete");
        report.incomplete().forEach(incomplete::add);
        ArrayNode channels = root.putArray("channels");
        report.channels().forEach(c -> channels.add(channel(c)));
        report.verification().ifPresent(v -> root.set("verification", verification(v)));
        return root;
    }

    private static ObjectNode channel(BackupReport.Channel channel) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("channel", channel.channel().text()).put("partitions", channel.partitions());
        node.put("messages", channel.messages()).put("bytes", channel.bytes());
        ObjectNode gaps = node.putObject("gaps");
        new TreeMap<>(channel.gaps()).forEach((reason, positions) -> gaps.put(reason.text(), positions));
        node.put("holes", channel.holes());
        ObjectNode hashes = node.putObject("contentHashes");
        new TreeMap<>(channel.hashes()).forEach((partition, hash) -> hashes.put(partition.toString(), hash.toHex()));
        return node;
    }

    private static ObjectNode verification(Verification verification) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("level", verification.level().name().toLowerCase(Locale.ROOT));
        node.put("state", verification.state().name().toLowerCase(Locale.ROOT));
        ArrayNode problems = node.putArray("problems");
        verification.problems().forEach(p -> problems.addObject().put("code", p.code()).put("message", p.message()));
        return node;
    }
}
