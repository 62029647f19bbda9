package dev.brokerscope.desktop.desk;

import dev.brokerscope.api.fault.Fault;
import dev.brokerscope.core.connection.OpenConnection;

/// Whether a source can be read just now.
public sealed interface SourceState {

    record Closed() implements SourceState {}

    record Opening() implements SourceState {}

    record Open(OpenConnection connection) implements SourceState {}

    record Failed(Fault fault) implements SourceState {}
}
