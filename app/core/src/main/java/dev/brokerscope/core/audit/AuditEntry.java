package dev.brokerscope.core.audit;

import java.time.Instant;
import java.util.Map;

/// One thing that was done to a broker or an archive.
///
/// @param action stable and dotted: `write.open`, `channel.create`
/// @param target what it was done to: connection, channel or file
/// @param details numbers and names, never payloads or secrets
public record AuditEntry(Instant at, String user, String action, String target, Map<String, String> details) {

    public AuditEntry {
        details = Map.copyOf(details);
    }
}
