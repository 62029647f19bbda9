package dev.brokerscope.plugin.memory;

import dev.brokerscope.api.broker.Isolation;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.testkit.Witness;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/// Looks into the slots: a log in memory keeps no book of who reads it.
record MemoryWitness(MemoryBroker broker) implements Witness {

    @Override
    public long available(ChannelId channel) throws FaultException {
        return broker.locked(() -> broker.find(channel.name()).count());
    }

    @Override
    public Presence presence(ChannelId channel) {
        return Presence.NONE;
    }

    @Override
    public List<Sighting> take(ChannelId channel) throws FaultException {
        return broker.locked(() -> {
            List<Sighting> seen = new ArrayList<>();
            for (MemoryPartition partition : broker.find(channel.name()).partitions()) {
                for (long at = partition.first(); at < partition.end(); at++) {
                    if (partition.slot(at, Isolation.COMMITTED) instanceof MemoryPartition.Slot.Stored(var m, var _)) {
                        seen.add(Sighting.of(m.value()));
                    }
                }
            }
            return seen;
        });
    }

    @Override
    public OptionalLong read(ChannelId channel) throws FaultException {
        return OptionalLong.of(take(channel).size());
    }
}
