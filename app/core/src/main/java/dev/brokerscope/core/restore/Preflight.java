package dev.brokerscope.core.restore;

import dev.brokerscope.api.broker.Finding;
import dev.brokerscope.api.broker.Finding.Severity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What a look at the real target found. Findings stand with the worst first.
public record Preflight(Instant checkedAt, List<Finding> findings) {

    public Preflight {
        findings = List.copyOf(findings);
    }

    public long count(Severity severity) {
        return findings.stream().filter(f -> f.severity() == severity).count();
    }

    /// The first finding that makes the restore impossible.
    public Optional<Finding> blocker() {
        return findings.stream().filter(f -> f.severity() == Severity.BLOCKS).findFirst();
    }
}
