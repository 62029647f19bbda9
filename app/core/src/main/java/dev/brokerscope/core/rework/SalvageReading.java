package dev.brokerscope.core.rework;

import dev.brokerscope.api.broker.CursorEvent;
import dev.brokerscope.api.broker.GapReason;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.api.message.Position;
import dev.brokerscope.archive.ContentCut;
import dev.brokerscope.core.job.JobContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/// Reads a piece block by block: a block whose messages cannot be read, or do not match their hash, becomes a gap with the
/// reason `unreadable`, and so do positions that nothing explains any more. One thread.
final class SalvageReading implements NewArchive.Reading {

    private static final String DAMAGED = "lost in a damaged archive";
    private static final int BLOCKS_AT_ONCE = 8;

    private final List<ReworkReport.Lost> lost = new ArrayList<>();
    private final Map<String, Position> accounted = new LinkedHashMap<>();

    List<ReworkReport.Lost> lost() {
        return List.copyOf(lost);
    }

    @Override
    public void read(Piece piece, PieceReader.Sink sink, JobContext job) throws FaultException, InterruptedException {
        Account account = new Account(piece, sink,
                accounted.getOrDefault(piece.original() + "/" + piece.partition(), piece.from()));
        List<Position> bounds = bounds(piece);
        for (int at = 0; at + 1 < bounds.size(); at += BLOCKS_AT_ONCE) {
            job.pausePoint();
            int end = Math.min(at + BLOCKS_AT_ONCE, bounds.size() - 1);
            if (!taken(piece.between(bounds.get(at), bounds.get(end)), account)) {
                for (int block = at; block < end; block++) {
                    Piece single = piece.between(bounds.get(block), bounds.get(block + 1));
                    if (!taken(single, account)) {
                        account.damaged(single);
                    }
                }
            }
        }
        account.reached(piece.next());
        accounted.put(piece.original() + "/" + piece.partition(), piece.next());
    }

    /// Where blocks begin, with both ends of the piece.
    private static List<Position> bounds(Piece piece) throws FaultException {
        List<Position> bounds = new ArrayList<>();
        bounds.add(piece.from());
        for (ContentCut cut : piece.source().archive().contentCuts(piece.channel(), piece.partition())) {
            if (cut.first().compareTo(bounds.getLast()) > 0 && cut.first().compareTo(piece.next()) < 0) {
                bounds.add(cut.first());
            }
        }
        bounds.add(piece.next());
        return bounds;
    }

    /// All of a stretch, or nothing.
    private static boolean taken(Piece stretch, Account account) throws FaultException, InterruptedException {
        List<Item> items = new ArrayList<>();
        try (PieceReader reader = PieceReader.open(stretch)) {
            Collecting collecting = new Collecting(items);
            boolean more = true;
            while (more) {
                more = reader.next(collecting);
            }
        } catch (FaultException e) {
            if (e.kind() != FaultKind.CORRUPT) {
                throw e;
            }
            return false;
        }
        for (Item item : items) {
            switch (item) {
                case Item.Told(Message message) -> account.message(message);
                case Item.Gap(CursorEvent.Gap gap, String detail) -> account.gap(gap, detail);
            }
        }
        return true;
    }

    private sealed interface Item {
        record Told(Message message) implements Item {}

        record Gap(CursorEvent.Gap gap, String detail) implements Item {}
    }

    private record Collecting(List<Item> items) implements PieceReader.Sink {
        @Override
        public void message(Message message) {
            items.add(new Item.Told(message));
        }

        @Override
        public void gap(CursorEvent.Gap gap, String detail) {
            items.add(new Item.Gap(gap, detail));
        }
    }

    /// Tells what nothing accounts for. One partition.
    private final class Account {
        private final Piece piece;
        private final PieceReader.Sink sink;
        private Position behind;
        private long missing;

        Account(Piece piece, PieceReader.Sink sink, Position behind) {
            this.piece = piece;
            this.sink = sink;
            this.behind = behind;
        }

        void message(Message message) throws FaultException, InterruptedException {
            reached(message.position());
            sink.message(message);
            behind = message.position().next();
        }

        void gap(CursorEvent.Gap gap, String detail) throws FaultException, InterruptedException {
            reached(gap.from());
            sink.gap(gap, detail);
            behind = gap.next().compareTo(behind) > 0 ? gap.next() : behind;
        }

        void damaged(Piece block) throws FaultException, InterruptedException {
            missing += block.source().archive().contentCuts(block.channel(), block.partition()).stream()
                    .filter(c -> c.first().compareTo(block.from()) >= 0 && c.first().compareTo(block.next()) < 0)
                    .mapToLong(ContentCut::count).sum();
            if (!piece.dense()) {
                lose(block.next());
            }
        }

        /// Where positions are dense, what lies between is lost.
        void reached(Position position) throws FaultException, InterruptedException {
            if (piece.dense() && position.compareTo(behind) > 0) {
                lose(position);
            }
        }

        private void lose(Position next) throws FaultException, InterruptedException {
            sink.gap(new CursorEvent.Gap(behind, next, GapReason.UNREADABLE, true), DAMAGED);
            lost.add(new ReworkReport.Lost(piece.original(), behind, next,
                    missing > 0 ? OptionalLong.of(missing) : OptionalLong.empty(), DAMAGED));
            missing = 0;
            behind = next;
        }
    }
}
