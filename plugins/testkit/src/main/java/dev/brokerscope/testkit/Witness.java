package dev.brokerscope.testkit;

import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.message.Bytes;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// Looks at a broker with a client of its own that shares no code with the plugin: what reading really does is what the
/// witness finds afterwards. Figures that a broker updates late are waited for by the witness.
public interface Witness {

    /// How many messages another client would get from the channel now; asking takes none.
    long available(ChannelId channel) throws Exception;

    /// Who is attached to the channel now.
    Presence presence(ChannelId channel) throws Exception;

    /// Everything that another client gets, in the order in which it comes. The channel is not used afterwards, so this may
    /// take the messages away.
    List<Sighting> take(ChannelId channel) throws Exception;

    /// Reads everything with the broker's own client as fast as a program would, and leaves the messages there.
    ///
    /// @return how many came; absent where there is no such client
    default OptionalLong read(ChannelId channel) throws Exception {
        return OptionalLong.empty();
    }

    /// How often a message is read until the broker would drop it, if it ever does: the delivery limit and one more.
    default int readingsThatDrop() {
        return 3;
    }

    /// @param consumers attached to the channel; 0 where the broker keeps no list of them
    /// @param groups named, and seen by other clients
    record Presence(long consumers, Set<String> groups) {

        /// A broker that knows nobody who reads.
        public static final Presence NONE = new Presence(0, Set.of());

        public Presence {
            groups = Set.copyOf(groups);
        }
    }

    /// One message as another client got it.
    ///
    /// @param redelivered whether the broker says that it was handed out before
    /// @param deliveries how often before, where the broker counts; else 0
    record Sighting(Optional<Bytes> value, boolean redelivered, long deliveries) {

        /// Of a broker that keeps no book of deliveries.
        public static Sighting of(Optional<Bytes> value) {
            return new Sighting(value, false, 0);
        }
    }
}
