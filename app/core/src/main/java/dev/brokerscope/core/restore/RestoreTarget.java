package dev.brokerscope.core.restore;

import dev.brokerscope.api.broker.Session;
import dev.brokerscope.api.channel.ChannelKind;
import java.util.List;

/// Where a restore would go. Looking at it needs a reading session only.
///
/// @param broker the plugin's id: `kafka`
/// @param label for people: the connection's name
/// @param kinds the broker's kinds of channels; the first is what is created where the archive's kind is unknown there
public record RestoreTarget(String broker, String label, List<ChannelKind> kinds, Session session) {

    public RestoreTarget {
        kinds = List.copyOf(kinds);
    }

    /// The same target through another session: the one that may write.
    public RestoreTarget through(Session other) {
        return new RestoreTarget(broker, label, kinds, other);
    }
}
