package dev.brokerscope.core.backup;

import dev.brokerscope.api.broker.Batch;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.message.Position;
import java.util.List;

/// What a reader hands to the writer.
sealed interface Arrival {

    /// @param schemas that messages of the batch are the first to name
    record Read(ChannelId channel, Batch batch, List<Sighting> schemas) implements Arrival {}

    /// @param next how far each partition was really read
    record Ended(ReadTask task, List<Position> next) implements Arrival {}

    /// The channel went away before the task came to its end.
    record Gone(ReadTask task, FaultException why) implements Arrival {}

    record Failed(FaultException why) implements Arrival {}

    /// A defect of ours, or an interrupt that was not ours.
    record Broken(Throwable defect) implements Arrival {}
}
