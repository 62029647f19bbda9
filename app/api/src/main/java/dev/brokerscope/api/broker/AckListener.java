package dev.brokerscope.api.broker;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.message.Position;
import java.util.Optional;

/// Told the fate of each published message. Called on any thread; must be quick.
public interface AckListener {

    /// @param position where it stands now, where the broker tells
    void acknowledged(long token, Optional<Position> position);

    /// The same for hot loops, without an object per message: it stands at `hi`, `lo` of the partition.
    default void acknowledged(long token, int partition, long hi, long lo) {
        acknowledged(token, Optional.of(new Position(partition, hi, lo)));
    }

    void failed(long token, FaultException why);

    /// The message was not written, or was taken back, through no fault of its own: a neighbour in its batch was
    /// refused, its transaction was aborted. The publisher writes nothing more; whoever goes on opens another one and
    /// hands over again what is missing.
    default void returned(long token, FaultException why) {
        failed(token, why);
    }
}
