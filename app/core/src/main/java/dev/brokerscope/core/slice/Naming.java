package dev.brokerscope.core.slice;

import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.fault.FaultException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// How channels are called on the other side: some renamed one by one or by a pattern, the others prefixed.
///
/// @param renames written form of a channel → written form of its new name; patterns too (`orders.*` → `restored.*`,
///        `/(.+)-prod/` → `$1-test`), of which the first that matches counts
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
        Optional<String> renamed = renamed(channel.text());
        if (renamed.isPresent()) {
            return ChannelId.parse(kind, renamed.get());
        }
        return new ChannelId(kind, channel.renamed(prefix + channel.name()).path());
    }

    /// @throws FaultException of kind `USAGE` where a pattern cannot be understood
    public Naming checked() throws FaultException {
        for (Map.Entry<String, String> rename : renames.entrySet()) {
            if (RenamePattern.isOne(rename.getKey())) {
                RenamePattern.of(rename.getKey(), rename.getValue());
            }
        }
        return this;
    }

    private Optional<String> renamed(String name) {
        if (renames.containsKey(name)) {
            return Optional.ofNullable(renames.get(name));
        }
        return renames.entrySet().stream().filter(e -> RenamePattern.isOne(e.getKey()))
                .flatMap(e -> applied(e.getKey(), e.getValue(), name).stream()).findFirst();
    }

    /// A pattern that cannot be understood matches nothing; whoever typed it is told by [#checked].
    private static Optional<String> applied(String from, String to, String name) {
        try {
            return RenamePattern.of(from, to).apply(name);
        } catch (FaultException unreadable) {
            return Optional.empty();
        }
    }
}
