package dev.brokerscope.core.job;

import dev.brokerscope.api.channel.Count;
import java.util.concurrent.atomic.LongAdder;

/// One bar of a job's view, usually a partition. Counted by one thread, read by any.
public final class ProgressLine {

    /// Whether the work behind a line has begun or ended.
    public enum Stage {
        WAITING, ACTIVE, DONE, FAILED
    }

    /// A line as it stood when it was looked at.
    ///
    /// @param group what lines are gathered under: the channel
    /// @param label the partition's number
    /// @param detail what a person should know of it; may be empty
    public record View(String group, String label, long done, Count total, Stage stage, String detail) {}

    private final String group;
    private final String label;
    private final LongAdder done = new LongAdder();
    private volatile Count total;
    private volatile Stage stage = Stage.WAITING;
    private volatile String detail = "";

    ProgressLine(String group, String label, Count total) {
        this.group = group;
        this.label = label;
        this.total = total;
    }

    public void add(long messages) {
        done.add(messages);
        if (stage == Stage.WAITING) {
            stage = Stage.ACTIVE;
        }
    }

    public void total(Count count) {
        total = count;
    }

    public void stage(Stage newStage) {
        stage = newStage;
    }

    public void detail(String text) {
        detail = text;
    }

    public View view() {
        return new View(group, label, done.sum(), total, stage, detail);
    }
}
