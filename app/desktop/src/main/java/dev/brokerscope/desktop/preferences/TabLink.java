package dev.brokerscope.desktop.preferences;

/// A tab as it is remembered.
///
/// @param source a connection's name, or the path of an archive
/// @param archive whether `source` is an archive
/// @param kind of the channel; empty for the archive's overview
/// @param channel as `ChannelId.text` writes it; empty for the archive's overview
public record TabLink(String source, boolean archive, String kind, String channel) {}
