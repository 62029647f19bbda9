package dev.brokerscope.api.broker;

import dev.brokerscope.api.fault.Fault;
import java.time.Duration;
import java.util.Optional;

/// One step of a connection test.
///
/// @param name `TCP localhost:9092`, `TLS`, `Sign in`, `Cluster`
/// @param detail what was found: the certificate's subject, the cluster's id and brokers
/// @param fault present where the step failed
public record TestStep(String name, Duration took, String detail, Optional<Fault> fault) {

    public boolean passed() {
        return fault.isEmpty();
    }
}
