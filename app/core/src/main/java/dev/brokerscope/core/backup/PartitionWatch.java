package dev.brokerscope.core.backup;

import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.channel.Count;
import dev.brokerscope.api.message.Position;
import dev.brokerscope.archive.Checkpoint;
import dev.brokerscope.core.job.Progress;
import dev.brokerscope.core.job.ProgressLine;
import java.util.Optional;

/// How far one partition has come, for the checkpoint of a channel that goes away and for the job's view. One thread.
final class PartitionWatch {

    private final Optional<Position> end;
    private final ProgressLine line;
    private Position next;
    private boolean over;
    private boolean failed;

    PartitionWatch(ChannelId channel, Checkpoint checkpoint, Progress progress) {
        this.next = checkpoint.next();
        this.end = checkpoint.end();
        this.line = progress.line(channel.text(), Integer.toString(next.partition()), expected(checkpoint));
        if (checkpoint.done()) {
            ended();
        }
    }

    /// At most so many messages; unknown where positions do not count them.
    static Count expected(Checkpoint checkpoint) {
        if (checkpoint.end().isEmpty() || checkpoint.end().get().hi() != checkpoint.next().hi()) {
            return checkpoint.done() ? Count.exact(0) : Count.UNKNOWN;
        }
        return Count.atMost(Math.max(0, checkpoint.end().get().lo() - checkpoint.next().lo()));
    }

    Position next() {
        return next;
    }

    Optional<Position> end() {
        return end;
    }

    /// So many messages, the last of them there.
    void read(long messages, Position position) {
        line.add(messages);
        reached(position.next());
    }

    void reached(Position position) {
        next = position;
        if (end.isPresent() && next.compareTo(end.get()) >= 0) {
            ended();
        }
    }

    /// Nothing more is read of it.
    void ended() {
        over = true;
        if (!failed) {
            line.stage(ProgressLine.Stage.DONE);
        }
    }

    /// Whether it was read to its end.
    boolean whole() {
        return over && !failed;
    }

    void failed(String why) {
        failed = true;
        line.stage(ProgressLine.Stage.FAILED);
        line.detail(why);
    }
}
