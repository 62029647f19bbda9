package dev.brokerscope.core.mask;

import dev.brokerscope.api.channel.ChannelId;
import java.util.List;
import java.util.Optional;

/// One rule.
///
/// @param number its place in the file, from 1: how it is named in faults
/// @param channels those it is for; empty for all
/// @param header the names of the headers it is for
/// @param path the values it is for; absent for the whole key, value or header
/// @param format the decoder it wants; absent for the likeliest
record MaskRule(int number, List<Glob> channels, Part part, Optional<Glob> header, Optional<ValuePath> path,
        Optional<String> format, MaskAction action) {

    /// A part of a message.
    enum Part {
        KEY, VALUE, HEADER
    }

    MaskRule {
        channels = List.copyOf(channels);
    }

    boolean isFor(ChannelId channel) {
        return channels.isEmpty() || channels.stream().anyMatch(g -> g.matches(channel.text()));
    }

    boolean isForHeader(String name) {
        return header.map(g -> g.matches(name)).orElse(true);
    }
}
