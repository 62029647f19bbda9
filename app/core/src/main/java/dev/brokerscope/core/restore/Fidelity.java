package dev.brokerscope.core.restore;

import dev.brokerscope.api.channel.Keep;
import dev.brokerscope.archive.ContentMask;
import java.util.List;

/// What the target keeps of what the archive holds, stated before anything is written.
///
/// @param mask which parts the comparison can hold the target to
public record Fidelity(List<Line> lines, ContentMask mask) {

    /// @param part for people: `Headers`
    /// @param detail a clause: `order, duplicates, null values`
    public record Line(String part, Keep keep, String detail) {}

    public Fidelity {
        lines = List.copyOf(lines);
    }

    public long count(Keep keep) {
        return lines.stream().filter(l -> l.keep() == keep).count();
    }
}
