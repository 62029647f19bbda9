package dev.brokerscope.core.diff;

import dev.brokerscope.api.message.AttributeSchema;
import dev.brokerscope.api.message.AttributeSchema.Attribute;
import dev.brokerscope.api.message.Bytes;
import dev.brokerscope.api.message.Header;
import dev.brokerscope.api.message.Headers;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.archive.ContentMask;
import java.util.Optional;

/// Finds the first field in which two messages differ, among those that count.
record MessageComparison(ContentMask mask, AttributeSchema schemaA, AttributeSchema schemaB) {

    /// @param name as [Difference] names fields
    record FieldDifference(String name, String a, String b) {}

    Optional<FieldDifference> first(Message a, Message b) {
        return key(a, b).or(() -> value(a, b)).or(() -> timestamp(a, b)).or(() -> headers(a, b))
                .or(() -> attributes(a, b));
    }

    private Optional<FieldDifference> key(Message a, Message b) {
        return mask.key() ? bytes("key", a.key(), b.key()) : Optional.empty();
    }

    private Optional<FieldDifference> value(Message a, Message b) {
        return mask.value() ? bytes("value", a.value(), b.value()) : Optional.empty();
    }

    private Optional<FieldDifference> timestamp(Message a, Message b) {
        if (!mask.timestamp()) {
            return Optional.empty();
        }
        return plain("timestamp", a.timestamp(), b.timestamp())
                .or(() -> plain("timestamp nanoseconds", a.timestampNanos(), b.timestampNanos()))
                .or(() -> plain("timestamp type", a.timestampType(), b.timestampType()));
    }

    private Optional<FieldDifference> headers(Message a, Message b) {
        if (!mask.headers()) {
            return Optional.empty();
        }
        Headers mine = a.headers();
        Headers others = b.headers();
        for (int i = 0; i < Math.min(mine.size(), others.size()); i++) {
            Optional<FieldDifference> found = header("header[" + i + "]", mine.get(i), others.get(i));
            if (found.isPresent()) {
                return found;
            }
        }
        return plain("number of headers", mine.size(), others.size());
    }

    private static Optional<FieldDifference> header(String field, Header a, Header b) {
        return bytes(field + ".name", Optional.of(a.name()), Optional.of(b.name()))
                .or(() -> plain(field + ".type", a.type(), b.type()))
                .or(() -> bytes(field + ".value", a.value(), b.value()));
    }

    private Optional<FieldDifference> attributes(Message a, Message b) {
        if (!mask.attributes()) {
            return Optional.empty();
        }
        for (int i = 0; i < schemaA.size(); i++) {
            Attribute attribute = schemaA.attributes().get(i);
            if (attribute.restorable()) {
                String mine = a.attribute(i).map(Excerpt::of).orElse("absent");
                int at = indexInB(attribute.key());
                String others = at < 0 ? "absent" : b.attribute(at).map(Excerpt::of).orElse("absent");
                Optional<FieldDifference> found = plain("attribute " + attribute.key(), mine, others);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private int indexInB(String key) {
        for (int i = 0; i < schemaB.size(); i++) {
            if (schemaB.attributes().get(i).key().equals(key)) {
                return i;
            }
        }
        return -1;
    }

    private static Optional<FieldDifference> bytes(String field, Optional<Bytes> a, Optional<Bytes> b) {
        if (a.equals(b)) {
            return Optional.empty();
        }
        int at = a.isPresent() && b.isPresent() ? Excerpt.mismatch(a.get(), b.get()) : 0;
        return Optional.of(new FieldDifference(field, Excerpt.of(a, at), Excerpt.of(b, at)));
    }

    private static Optional<FieldDifference> plain(String field, Object a, Object b) {
        return a.equals(b) ? Optional.empty() : Optional.of(new FieldDifference(field, a.toString(), b.toString()));
    }
}
