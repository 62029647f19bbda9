package dev.brokerscope.core.rework;

import dev.brokerscope.api.broker.CursorEvent;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.message.Bytes;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.api.message.Position;
import dev.brokerscope.archive.ArchiveContents;
import dev.brokerscope.archive.ContentHasher;
import dev.brokerscope.archive.ContentMask;
import dev.brokerscope.core.job.JobContext;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// What two archives hold of the same positions.
///
/// @param firstOnly messages that only the first holds
/// @param switches where to go over to the other, from the first on, so that every message is taken
record Overlap(long firstOnly, long secondOnly, List<Position> switches) {

    /// Two pieces over the same positions.
    ///
    /// @throws FaultException of kind `REFUSED` where they hold different messages
    static Overlap of(Piece first, Piece second, JobContext job) throws FaultException, InterruptedException {
        try (Side a = new Side(first); Side b = new Side(second)) {
            return compare(a, b, job);
        }
    }

    private static Overlap compare(Side a, Side b, JobContext job) throws FaultException, InterruptedException {
        long firstOnly = 0;
        long secondOnly = 0;
        List<Position> switches = new ArrayList<>();
        Optional<Message> left = a.next();
        Optional<Message> right = b.next();
        while (left.isPresent() || right.isPresent()) {
            job.pausePoint();
            int order = left.isEmpty() ? 1
                    : right.isEmpty() ? -1 : left.get().position().compareTo(right.get().position());
            boolean onSecond = switches.size() % 2 == 1;
            if (order == 0) {
                demandEqual(a, left.get(), b, right.get());
                left = a.next();
                right = b.next();
            } else if (order < 0) {
                firstOnly++;
                if (onSecond) {
                    switches.add(left.get().position());
                }
                left = a.next();
            } else {
                secondOnly++;
                if (!onSecond) {
                    switches.add(right.get().position());
                }
                right = b.next();
            }
        }
        return new Overlap(firstOnly, secondOnly, switches);
    }

    private static void demandEqual(Side a, Message left, Side b, Message right) throws FaultException {
        if (!a.hash(left).equals(b.hash(right))) {
            throw new FaultException(FaultKind.REFUSED, "merge.conflict", "Position " + left.positionLo() + " of "
                    + a.piece.original() + " partition " + left.partition() + " holds one message in "
                    + a.piece.source().path() + " and another in " + b.piece.source().path() + ".",
                    "One of them is of another channel of the same name, or was changed: compare them with diff.");
        }
    }

    /// One of the two, message by message.
    private static final class Side implements AutoCloseable, PieceReader.Sink {
        private final Piece piece;
        private final PieceReader reader;
        private final ContentHasher hasher;
        private final Deque<Message> waiting = new ArrayDeque<>();
        private boolean more = true;

        Side(Piece piece) throws FaultException, InterruptedException {
            this.piece = piece;
            this.reader = PieceReader.open(piece);
            this.hasher = new ContentHasher(piece.source().contents().channels().stream()
                    .filter(c -> c.id().equals(piece.channel())).map(ArchiveContents.Channel::attributes).findFirst()
                    .orElseThrow(), ContentMask.ALL);
        }

        Optional<Message> next() throws FaultException, InterruptedException {
            while (waiting.isEmpty() && more) {
                more = reader.next(this);
            }
            return Optional.ofNullable(waiting.poll());
        }

        Bytes hash(Message message) {
            hasher.add(message);
            return hasher.cut();
        }

        @Override
        public void message(Message message) {
            waiting.add(message);
        }

        @Override
        public void gap(CursorEvent.Gap gap, String detail) {
            // a message of the other side fills it
        }

        @Override
        public void close() {
            reader.close();
        }
    }
}
