package dev.brokerscope.api.decode;

import dev.brokerscope.api.fault.Fault;
import java.util.List;
import java.util.Optional;

/// What a decoder made of bytes.
public sealed interface Decoded {

    /// @param notes what a reader should know: "key \"id\" stands twice"
    /// @param schema what was used
    record Tree(Node root, List<String> notes, Optional<UsedSchema> schema) implements Decoded {
        public Tree {
            notes = List.copyOf(notes);
        }

        public static Tree of(Node root) {
            return new Tree(root, List.of(), Optional.empty());
        }
    }

    /// @param reason a clause: "ends inside a string"
    /// @param at index of the byte where reading stopped
    /// @param partial what could be read
    /// @param schema what was used
    record Malformed(String reason, int at, Optional<Node> partial, Optional<UsedSchema> schema) implements Decoded {}

    /// What is needed is not to be had just now: a registry down, a schema missing.
    record Unavailable(Fault fault) implements Decoded {}

    /// @param name the schema's own name, for people: `com.acme.Payment`
    record UsedSchema(SchemaId id, String name, List<RegisteredSchema.SubjectVersion> subjects) {
        public UsedSchema {
            subjects = List.copyOf(subjects);
        }
    }
}
