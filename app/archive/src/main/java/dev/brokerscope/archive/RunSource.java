package dev.brokerscope.archive;

import java.util.Optional;

/// Where the messages come from.
///
/// @param broker the plugin's id: `kafka`
/// @param clusterId the cluster's own identity, where it has one
/// @param label for people: the connection's name
public record RunSource(String broker, Optional<String> clusterId, String label) {}
