package dev.brokerscope.api.channel;

/// The broker's own word for a sort of channel.
///
/// @param id stored in archives: `topic`
/// @param singular for people: `topic`
/// @param plural heading of the tree: `Topics`
/// @param icon a name of the icon set: `layers`, `list-end`, `waves`
public record ChannelKind(String id, String singular, String plural, String icon) {}
