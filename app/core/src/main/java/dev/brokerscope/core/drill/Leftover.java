package dev.brokerscope.core.drill;

import java.time.Instant;

/// A drill that could not clean up.
///
/// @param connection where its channels may stand; empty where they were gone with the process
/// @param prefix of their names
public record Leftover(String id, String connection, String prefix, String archive, Instant started) {}
