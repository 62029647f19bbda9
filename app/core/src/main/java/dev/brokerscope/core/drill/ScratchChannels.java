package dev.brokerscope.core.drill;

import dev.brokerscope.api.broker.ChannelCreation;
import dev.brokerscope.api.broker.WritableSession;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.core.slice.Channels;
import java.util.ArrayList;
import java.util.List;

/// The channels of one drill: those whose names begin with its prefix, which nobody else uses.
record ScratchChannels(WritableSession session, String label, String prefix) {

    /// @throws FaultException of kind `UNSUPPORTED` where channels can be neither made nor removed
    ChannelCreation creation() throws FaultException {
        return session.writeExtension(ChannelCreation.class)
                .orElseThrow(() -> new FaultException(FaultKind.UNSUPPORTED, "drill.no-creation",
                        "Channels cannot be created and removed on " + label + ", so nothing can be tried there.",
                        "Leave -c out: the drill then restores into memory."));
    }

    List<ChannelId> present() throws FaultException, InterruptedException {
        return new Channels(session).sources().stream().filter(c -> c.name().startsWith(prefix)).toList();
    }

    /// Goes on after a failure.
    ///
    /// @return those that could not be removed, with the reason
    List<String> remove() throws FaultException, InterruptedException {
        ChannelCreation creation = creation();
        List<String> left = new ArrayList<>();
        for (ChannelId channel : present()) {
            try {
                creation.delete(channel);
            } catch (FaultException e) {
                if (e.kind() != FaultKind.NOT_FOUND) {
                    left.add(channel.text() + ": " + e.fault().message());
                }
            }
        }
        return left;
    }
}
