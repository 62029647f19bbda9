package dev.brokerscope.core.rework;

import dev.brokerscope.api.broker.Batch;
import dev.brokerscope.api.broker.Cursor;
import dev.brokerscope.api.broker.CursorEvent;
import dev.brokerscope.api.broker.End;
import dev.brokerscope.api.broker.Isolation;
import dev.brokerscope.api.broker.OpenRequest;
import dev.brokerscope.api.broker.Start;
import dev.brokerscope.api.fault.Fault;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.api.message.Position;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Set;

/// Reads a piece of an archive in the order of its positions, messages and gaps. One thread.
final class PieceReader implements AutoCloseable {

    private static final Duration WAIT = Duration.ofSeconds(1);

    /// Where the messages and gaps go.
    interface Sink {
        void message(Message message) throws FaultException, InterruptedException;

        void gap(CursorEvent.Gap gap, String detail) throws FaultException, InterruptedException;
    }

    private final Piece piece;
    private final Cursor cursor;
    private final BlockProof proof;

    private PieceReader(Piece piece, Cursor cursor, BlockProof proof) {
        this.piece = piece;
        this.cursor = cursor;
        this.proof = proof;
    }

    static PieceReader open(Piece piece) throws FaultException, InterruptedException {
        ReworkSource source = piece.source();
        BlockProof proof = source.proof(piece);
        OpenRequest request = OpenRequest.everything(piece.channel()).only(Set.of(piece.partition()))
                .isolated(Isolation.ALL).from(new Start.AtPositions(List.of(piece.from())))
                .to(new End.BeforePositions(List.of(piece.next())));
        return new PieceReader(piece, source.session().open(request), proof);
    }

    /// Hands over the next batch.
    ///
    /// @return whether there is more
    boolean next(Sink sink) throws FaultException, InterruptedException {
        Batch batch = batch();
        ArrayDeque<CursorEvent.Gap> gaps = new ArrayDeque<>();
        batch.events().stream().filter(e -> e instanceof CursorEvent.Gap).map(e -> (CursorEvent.Gap) e)
                .forEach(gaps::add);
        for (Message message : batch.messages()) {
            Position at = message.position();
            while (!gaps.isEmpty() && gaps.getFirst().from().compareTo(at) < 0) {
                gap(gaps.removeFirst(), sink);
            }
            proof.passed(message);
            sink.message(message);
        }
        for (CursorEvent.Gap gap : gaps) {
            gap(gap, sink);
        }
        if (batch.end()) {
            proof.readTo(piece.next());
        }
        return !batch.end();
    }

    private Batch batch() throws FaultException, InterruptedException {
        try {
            return cursor.next(WAIT);
        } catch (FaultException e) {
            Fault fault = e.fault();
            throw fault.kind() == FaultKind.CORRUPT ? ReworkSource.damaged(piece.source().path(), fault.message()) : e;
        }
    }

    private void gap(CursorEvent.Gap gap, Sink sink) throws FaultException, InterruptedException {
        sink.gap(gap, piece.detail(gap.from(), gap.next()));
    }

    @Override
    public void close() {
        cursor.close();
    }
}
