package dev.brokerscope.api.message;

import java.util.List;
import java.util.OptionalInt;

/// The broker-specific attributes that messages of a channel carry, in the order of `Message.attribute(index)`.
public record AttributeSchema(List<Attribute> attributes) {

    public static final AttributeSchema EMPTY = new AttributeSchema(List.of());

    /// @param restorable whether a publisher of the same plugin can set it again
    public record Attribute(String key, String label, AttributeType type, AttributeRole role, boolean restorable) {}

    public AttributeSchema {
        attributes = List.copyOf(attributes);
    }

    public int size() {
        return attributes.size();
    }

    public OptionalInt index(AttributeRole role) {
        for (int i = 0; i < attributes.size(); i++) {
            if (attributes.get(i).role() == role) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }
}
