package dev.brokerscope.core.diff;

import dev.brokerscope.api.channel.ChannelId;
import java.util.Optional;

/// The first place where two channels differ.
///
/// @param positionA in the broker's notation; absent where A has no such message
/// @param positionB the same of B
/// @param field `key`, `value`, `timestamp`, `header[2].value`, `attribute dead-lettered`, `message` (missing on one side)
/// @param a and `b`: what stands there, shortened for people
public record Difference(ChannelId channel, int partition, Optional<String> positionA, Optional<String> positionB,
        String field, String a, String b) {

    /// For people.
    public String sentence() {
        String place = channel.text() + ", partition " + partition;
        if (positionA.isEmpty() || positionB.isEmpty()) {
            String why = positionA.isPresent() ? b : a;
            String reason = why.startsWith("missing: ") ? "; the other has a gap there, " + why.substring(9) : "";
            return place + ": the message at " + positionA.or(() -> positionB).orElse("?") + " stands only in "
                    + (positionA.isPresent() ? "A" : "B") + reason + ".";
        }
        return place + ", " + positionA.get() + " against " + positionB.get() + ": " + field + " is " + a
                + " in A and " + b + " in B.";
    }
}
