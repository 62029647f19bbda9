package dev.brokerscope.core.rework;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.brokerscope.api.broker.GapReason;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.core.job.Amounts;
import dev.brokerscope.core.job.JobReport;
import dev.brokerscope.core.job.Outcome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// What was made of archives.
///
/// @param command `copy`, `merge` …
/// @param remarks whole sentences about what a reader should know
public record ReworkReport(String command, List<Path> inputs, List<Made> made, List<String> remarks, Duration took)
        implements JobReport {

    public ReworkReport {
        inputs = List.copyOf(inputs);
        made = List.copyOf(made);
        remarks = List.copyOf(remarks);
    }

    /// One new archive.
    public record Made(Path file, int runs, List<Channel> channels, long fileBytes) {
        public Made {
            channels = List.copyOf(channels);
        }

        public long messages() {
            return channels.stream().mapToLong(Channel::messages).sum();
        }
    }

    /// @param changed messages that are not what they were
    /// @param leftOut messages that did not come along, by the reason that the gaps give
    public record Channel(ChannelId channel, long messages, long changed, Map<GapReason, Long> leftOut) {
        public Channel {
            leftOut = Map.copyOf(leftOut);
        }

        public long left() {
            return leftOut.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    public long messages() {
        return made.stream().mapToLong(Made::messages).sum();
    }

    private long changed() {
        return made.stream().flatMap(m -> m.channels().stream()).mapToLong(Channel::changed).sum();
    }

    private long left() {
        return made.stream().flatMap(m -> m.channels().stream()).mapToLong(Channel::left).sum();
    }

    @Override
    public Outcome outcome() {
        return Outcome.COMPLETE;
    }

    @Override
    public String summary() {
        String where = made.size() == 1
                ? String.valueOf(made.getFirst().file().getFileName())
                : Amounts.of(made.size(), "archive");
        StringBuilder text = new StringBuilder(Amounts.of(messages(), "message") + " in " + where + ", "
                + Amounts.bytes(made.stream().mapToLong(Made::fileBytes).sum()));
        if (changed() > 0) {
            text.append("; ").append(Amounts.number(changed())).append(" changed");
        }
        if (left() > 0) {
            text.append("; ").append(Amounts.number(left())).append(" left out");
        }
        return text.append('.').toString();
    }

    @Override
    public ObjectNode json() {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("command", command).put("outcome", outcome().name().toLowerCase(Locale.ROOT));
        ArrayNode from = root.putArray("inputs");
        inputs.forEach(i -> from.add(i.toString()));
        root.put("messages", messages()).put("changed", changed()).put("leftOut", left());
        ArrayNode archives = root.putArray("archives");
        made.forEach(m -> archives.add(json(m)));
        ArrayNode sentences = root.putArray("remarks");
        remarks.forEach(sentences::add);
        return root.put("tookMillis", took.toMillis());
    }

    private static ObjectNode json(Made made) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("archive", made.file().toString()).put("runs", made.runs()).put("messages", made.messages());
        node.put("fileBytes", made.fileBytes());
        ArrayNode channels = node.putArray("channels");
        for (Channel channel : made.channels()) {
            ObjectNode one = channels.addObject().put("channel", channel.channel().text())
                    .put("messages", channel.messages()).put("changed", channel.changed());
            ObjectNode left = one.putObject("leftOut");
            new TreeMap<>(channel.leftOut()).forEach((reason, count) -> left.put(reason.text(), count));
        }
        return node;
    }
}
