package dev.brokerscope.plugin.avro;

import dev.brokerscope.api.decode.Node;
import java.util.Optional;

/// Reading cannot go on. On its way out every open structure wraps itself around what was read of it.
final class Stop extends Exception {

    private final String reason;
    private final int at;
    private final String path;
    private final transient Optional<Node> partial;

    private Stop(String reason, int at, String path, Optional<Node> partial) {
        super(reason, null, false, false);
        this.reason = reason;
        this.at = at;
        this.path = path;
        this.partial = partial;
    }

    /// @param at index into the payload
    Stop(String reason, int at) {
        this(reason, at, "", Optional.empty());
    }

    /// The same, seen from the structure around it.
    Stop within(Node structure, String field) {
        String inner = path.isEmpty() ? field : field + "." + path;
        return new Stop(reason, at, inner, Optional.of(structure));
    }

    /// With the place in the tree: `ends inside a string, in customer.name`.
    String reason() {
        return path.isEmpty() ? reason : reason + ", in " + path;
    }

    int at() {
        return at;
    }

    /// What was read of the value that broke.
    Optional<Node> partial() {
        return partial;
    }
}
