package dev.brokerscope.plugin.memory;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.message.Position;
import java.util.Set;

/// The sentences of this broker.
final class MemoryFaults {

    private MemoryFaults() {}

    static FaultException unreachable(String broker) {
        return new FaultException(FaultKind.UNREACHABLE, "broker.unreachable",
                "memory://" + broker + " cannot be reached.", "Check the name of the broker.");
    }

    static FaultException wrongToken(String broker) {
        return new FaultException(FaultKind.AUTHENTICATION, "broker.sign-in",
                "memory://" + broker + " does not accept this token.", "Check the token.");
    }

    static FaultException unknown(String channel, String broker) {
        return new FaultException(FaultKind.NOT_FOUND, "channel.unknown",
                "There is no channel " + channel + " on memory://" + broker + ".", "List the channels.");
    }

    static FaultException noPartition(MemoryChannel channel, int number) {
        return new FaultException(FaultKind.NOT_FOUND, "partition.unknown",
                "Channel " + channel.id() + " has " + channel.partitions().size() + " partitions, none is number "
                        + number + ".",
                "Choose from 0 to " + (channel.partitions().size() - 1) + ".");
    }

    static FaultException exists(String channel) {
        return new FaultException(FaultKind.ALREADY_EXISTS, "channel.exists",
                "There is a channel " + channel + " already.", "Choose another name.");
    }

    static FaultException deleted(MemoryChannel channel) {
        return new FaultException(FaultKind.INCOMPLETE, "channel.deleted",
                "Channel " + channel.id() + " was deleted while it was read.", "What was read until then is kept.");
    }

    static FaultException beyond(Position asked, long end) {
        return new FaultException(FaultKind.POSITION_GONE, "position.beyond-end",
                "Partition " + asked.partition() + " ends at " + end + ", before the wanted position " + asked.lo()
                        + ".",
                "Choose a position up to " + end + ".");
    }

    static FaultException noSuchStart(MemoryChannel channel) {
        return new FaultException(FaultKind.UNSUPPORTED, "start.unsupported",
                "Channel " + channel.id() + " cannot be read from there.", "Choose a start that its profile names.");
    }

    static FaultException refused(MemoryChannel channel, Set<?> missing) {
        return new FaultException(FaultKind.REFUSED, "impact.not-accepted",
                "Reading channel " + channel.id() + " would change it: " + missing + ".", "Accept it explicitly.");
    }

    static FaultException closed(String broker) {
        return new FaultException(FaultKind.CLOSED, "session.closed",
                "The connection to memory://" + broker + " is closed.", "Connect again.");
    }

    static FaultException cancelled() {
        return new FaultException(FaultKind.CANCELLED, "cancelled", "Reading was cancelled.", "");
    }

    static FaultException tooLarge(long size, long limit) {
        return new FaultException(FaultKind.TOO_LARGE, "message.too-large",
                "The message has " + size + " bytes, the channel takes " + limit + ".",
                "Raise max.message.bytes of the channel.");
    }

    static FaultException active(String group) {
        return new FaultException(FaultKind.REJECTED, "group.active",
                "Group " + group + " has active members.", "Stop its consumers first.");
    }
}
