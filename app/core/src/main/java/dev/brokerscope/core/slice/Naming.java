package dev.brokerscope.core.slice;

import dev.brokerscope.api.channel.ChannelId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// How channels are called on the other side: some renamed one by one, the others prefixed.
///
/// @param renames written form of a channel → written form of its new name
/// @param prefix in front of the innermost name of every channel that is not renamed; may be empty
public record Naming(Map<String, String> renames, String prefix) {

    public static final Naming SAME = new Naming(Map.of(), "");

    public Naming {
        renames = Collections.unmodifiableMap(new LinkedHashMap<>(renames));
    }

    public static Naming prefixed(String prefix) {
        return new Naming(Map.of(), prefix);
    }

    public Naming renaming(String from, String to) {
        Map<String, String> more = new LinkedHashMap<>(renames);
        more.put(from, to);
        return new Naming(more, prefix);
    }

    /// @param kind the other side's kind of channel
    public ChannelId target(ChannelId channel, String kind) {
        String renamed = renames.get(channel.text());
        if (renamed != null) {
            return ChannelId.parse(kind, renamed);
        }
        return new ChannelId(kind, channel.renamed(prefix + channel.name()).path());
    }
}
