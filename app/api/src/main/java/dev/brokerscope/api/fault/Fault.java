package dev.brokerscope.api.fault;

import java.util.Optional;

/// A failure as people read it: what happened, with name and number, then what to do. Holds no secrets and no payloads.
///
/// @param code stable and dotted (`broker.timeout`), for scripts and searches
/// @param message one sentence
/// @param remedy one sentence that says what to do; may be empty
/// @param details technical text, shown only when asked for
public record Fault(FaultKind kind, String code, String message, String remedy, Optional<String> details) {

    public static Fault of(FaultKind kind, String code, String message, String remedy) {
        return new Fault(kind, code, message, remedy, Optional.empty());
    }

    public Fault withDetails(String text) {
        return new Fault(kind, code, message, remedy, Optional.of(text));
    }

    /// Message and remedy as one text.
    public String sentence() {
        return remedy.isEmpty() ? message : message + " " + remedy;
    }
}
