package dev.brokerscope.core.rework;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.brokerscope.api.broker.GapReason;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.message.Position;
import dev.brokerscope.core.job.Amounts;
import dev.brokerscope.core.job.JobReport;
import dev.brokerscope.core.job.Outcome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/// What was made of archives.
///
/// @param command `copy`, `merge` …
/// @param lost what a damaged archive no longer gives
/// @param remarks whole sentences about what a reader should know
public record ReworkReport(String command, List<Path> inputs, List<Made> made, List<Lost> lost, List<String> remarks,
        Duration took) implements JobReport {

    /// Where nothing was lost.
    public ReworkReport(String command, List<Path> inputs, List<Made> made, List<String> remarks, Duration took) {
        this(command, inputs, made, List.of(), remarks, took);
    }

    public ReworkReport {
        lost = List.copyOf(lost);
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

    /// Positions `[from, next)` that nothing is known of any more.
    ///
    /// @param messages how many messages stood there, where that is known
    public record Lost(ChannelId channel, Position from, Position next, OptionalLong messages, String why) {

        /// For people: positions inclusive.
        public String sentence() {
            String count = messages.isPresent() ? ", " + Amounts.of(messages.getAsLong(), "message") : "";
            String last = next.lo() == 0 ? "" : " to " + notation(next.hi(), next.lo() - 1);
            return channel + " partition " + from.partition() + ": positions " + notation(from.hi(), from.lo()) + last
                    + count + ": " + why + ".";
        }

        private static String notation(long hi, long lo) {
            return hi == 0 ? String.valueOf(lo) : hi + "-" + lo;
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
        return lost.isEmpty() ? Outcome.COMPLETE : Outcome.INCOMPLETE;
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
        if (!lost.isEmpty()) {
            text.append("; ").append(Amounts.of(lost.size(), "stretch").replace("stretchs", "stretches"))
                    .append(" of positions lost");
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
        ArrayNode missing = root.putArray("lost");
        for (Lost one : lost) {
            ObjectNode node = missing.addObject().put("channel", one.channel().text())
                    .put("partition", one.from().partition()).put("from", position(one.from()))
                    .put("next", position(one.next()));
            one.messages().ifPresent(m -> node.put("messages", m));
            node.put("why", one.why());
        }
        ArrayNode sentences = root.putArray("remarks");
        remarks.forEach(sentences::add);
        return root.put("tookMillis", took.toMillis());
    }

    private static String position(Position position) {
        return position.hi() == 0 ? String.valueOf(position.lo()) : position.hi() + "-" + position.lo();
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
