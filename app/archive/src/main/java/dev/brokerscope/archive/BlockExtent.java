package dev.brokerscope.archive;

import dev.brokerscope.api.message.Position;

/// One block as far as planning needs it.
///
/// @param next behind its last message
/// @param bytes before compression: keys, values, headers
public record BlockExtent(Position first, Position next, long count, long bytes) {}
