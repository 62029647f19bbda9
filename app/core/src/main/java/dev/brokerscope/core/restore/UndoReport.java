package dev.brokerscope.core.restore;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.core.job.Amounts;
import dev.brokerscope.core.job.JobReport;
import dev.brokerscope.core.job.Outcome;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// What became, or would become, of the channels of a restore that is undone.
public record UndoReport(List<Line> lines) implements JobReport {

    /// One channel's fate.
    public enum State {
        TO_DELETE, DELETED, KEPT, GONE
    }

    /// @param detail a clause: how many messages it held, or why it is kept
    public record Line(ChannelId channel, State state, String detail) {}

    public UndoReport {
        lines = List.copyOf(lines);
    }

    public long count(State state) {
        return lines.stream().filter(l -> l.state() == state).count();
    }

    @Override
    public Outcome outcome() {
        return count(State.KEPT) > 0 ? Outcome.INCOMPLETE : Outcome.COMPLETE;
    }

    @Override
    public String summary() {
        long kept = count(State.KEPT);
        return Amounts.of(count(State.DELETED), "channel") + " deleted" + (kept == 0 ? "." : ", " + kept + " kept.");
    }

    /// For terminals, one line for each channel.
    public String text() {
        return lines.stream().map(l -> switch (l.state()) {
            case TO_DELETE -> "would delete " + l.channel() + " with " + l.detail();
            case DELETED -> "deleted " + l.channel() + " with " + l.detail();
            case KEPT -> "kept " + l.channel() + ": " + l.detail();
            case GONE -> l.channel() + ": " + l.detail();
        }).collect(Collectors.joining("\n"));
    }

    @Override
    public ObjectNode json() {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        ArrayNode channels = root.putArray("channels");
        lines.forEach(l -> channels.addObject().put("channel", l.channel().text())
                .put("state", l.state().name().toLowerCase(Locale.ROOT).replace('_', '-')).put("detail", l.detail()));
        return root;
    }
}
