package dev.brokerscope.core.rework;

import dev.brokerscope.api.broker.CursorEvent;
import dev.brokerscope.api.broker.GapReason;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.api.message.Position;
import dev.brokerscope.archive.ArchiveWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Puts the messages and gaps of one piece into the new archive, and says where an edit left some out. Neighbours that
/// were left out for the same reason are one gap, with the harmless gaps between them. One thread.
final class PieceWriter implements PieceReader.Sink {

    /// A gap that waits for what comes behind it.
    private record Waiting(CursorEvent.Gap gap, String detail) {}

    private final ArchiveWriter writer;
    private final ChannelId channel;
    private final MessageEdit edit;
    private final ReworkTally tally;
    private final List<Waiting> between = new ArrayList<>();
    private Optional<Waiting> dropped = Optional.empty();
    private Position behind;

    PieceWriter(ArchiveWriter writer, Piece piece, MessageEdit edit, ReworkTally tally) {
        this.writer = writer;
        this.channel = piece.original();
        this.edit = edit;
        this.tally = tally;
        this.behind = piece.from();
    }

    @Override
    public void message(Message message) throws FaultException, InterruptedException {
        switch (edit.apply(channel, message)) {
            case MessageEdit.Result.Kept(Message kept) -> {
                flush();
                writer.append(channel, kept);
                tally.kept(message, kept);
                behind = message.position().next();
            }
            case MessageEdit.Result.Dropped(GapReason reason, String why) -> drop(message, reason, why);
        }
    }

    private void drop(Message message, GapReason reason, String why) throws FaultException, InterruptedException {
        Position next = message.position().next();
        tally.dropped(reason);
        boolean goesOn = dropped.filter(d -> d.gap().reason() == reason && d.detail().equals(why)).isPresent();
        if (!goesOn) {
            flush();
        }
        Position from = dropped.map(d -> d.gap().from()).orElse(behind);
        between.clear();
        dropped = Optional.of(new Waiting(new CursorEvent.Gap(from, next, reason, true), why));
        behind = next;
    }

    @Override
    public void gap(CursorEvent.Gap gap, String detail) throws FaultException, InterruptedException {
        if (!gap.reason().harmless()) {
            flush();
        }
        if (dropped.isPresent()) {
            between.add(new Waiting(gap, detail));
        } else {
            writer.gap(channel, gap, detail);
        }
        behind = gap.next();
    }

    /// Writes what waits.
    void flush() throws FaultException, InterruptedException {
        if (dropped.isPresent()) {
            writer.gap(channel, dropped.get().gap(), dropped.get().detail());
            dropped = Optional.empty();
        }
        for (Waiting gap : between) {
            writer.gap(channel, gap.gap(), gap.detail());
        }
        between.clear();
    }
}
