package dev.brokerscope.core.diff;

import dev.brokerscope.api.broker.Session;

/// One side of a comparison: a broker, or an archive's session. The caller closes it.
///
/// @param label for people: a connection's name or a file
public record DiffSide(String label, Session session) {}
