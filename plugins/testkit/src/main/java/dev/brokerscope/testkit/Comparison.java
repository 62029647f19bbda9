package dev.brokerscope.testkit;

import dev.brokerscope.api.channel.MessagePart;
import dev.brokerscope.api.message.Bytes;
import dev.brokerscope.api.message.Header;
import dev.brokerscope.api.message.HeaderType;
import dev.brokerscope.api.message.Message;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Messages and their copies, part by part: for each part the first place where they differ. Messages are paired by their
/// order within a partition.
public record Comparison(Map<MessagePart, String> differences) {

    /// The parts that can be told from the outside.
    public static final Set<MessagePart> MEASURED = Set.of(MessagePart.KEY, MessagePart.VALUE, MessagePart.NULL_VALUE,
            MessagePart.HEADERS, MessagePart.HEADER_ORDER, MessagePart.HEADER_DUPLICATES, MessagePart.HEADER_TYPES,
            MessagePart.TIMESTAMP, MessagePart.POSITION, MessagePart.PARTITION, MessagePart.ORDER);

    public Comparison {
        differences = Map.copyOf(differences);
    }

    public boolean kept(MessagePart part) {
        return !differences.containsKey(part);
    }

    public static Comparison of(List<Message> originals, List<Message> copies) {
        Map<MessagePart, String> found = new EnumMap<>(MessagePart.class);
        Map<Integer, List<Message>> left = Readout.byPartition(originals);
        Map<Integer, List<Message>> right = Readout.byPartition(copies);
        if (!sizes(left).equals(sizes(right))) {
            found.put(MessagePart.PARTITION, "messages per partition: " + sizes(left) + " and " + sizes(right));
        }
        left.forEach((partition, messages) -> {
            List<Message> others = right.getOrDefault(partition, List.of());
            for (int i = 0; i < Math.min(messages.size(), others.size()); i++) {
                compare(messages.get(i), others.get(i), found);
            }
            if (!values(messages).equals(values(others))) {
                found.putIfAbsent(MessagePart.ORDER, "the order of values in partition " + partition);
            }
        });
        return new Comparison(found);
    }

    private static void compare(Message a, Message b, Map<MessagePart, String> found) {
        note(found, MessagePart.KEY, a, a.key(), b.key());
        note(found, MessagePart.VALUE, a, a.value().orElse(Bytes.EMPTY), b.value().orElse(Bytes.EMPTY));
        note(found, MessagePart.NULL_VALUE, a, a.value().isPresent(), b.value().isPresent());
        note(found, MessagePart.TIMESTAMP, a, a.timestamp() + "+" + a.timestampNanos(),
                b.timestamp() + "+" + b.timestampNanos());
        note(found, MessagePart.POSITION, a, a.position(), b.position());
        List<Header> left = a.headers().list();
        List<Header> right = b.headers().list();
        note(found, MessagePart.HEADERS, a, lastValues(left), lastValues(right));
        note(found, MessagePart.HEADER_DUPLICATES, a, allValues(left), allValues(right));
        note(found, MessagePart.HEADER_ORDER, a, names(left), names(right));
        note(found, MessagePart.HEADER_TYPES, a, lastTypes(left), lastTypes(right));
    }

    private static void note(Map<MessagePart, String> found, MessagePart part, Message at, Object left, Object right) {
        if (!left.equals(right)) {
            found.putIfAbsent(part, at.position() + ": " + left + " became " + right);
        }
    }

    private static Map<Integer, Integer> sizes(Map<Integer, List<Message>> messages) {
        Map<Integer, Integer> sizes = new TreeMap<>();
        messages.forEach((partition, list) -> sizes.put(partition, list.size()));
        return sizes;
    }

    private static List<Optional<Bytes>> values(List<Message> messages) {
        return messages.stream().map(Message::value).toList();
    }

    private static List<String> names(List<Header> headers) {
        return headers.stream().map(Header::nameText).distinct().toList();
    }

    private static Map<Bytes, Optional<Bytes>> lastValues(List<Header> headers) {
        Map<Bytes, Optional<Bytes>> last = new TreeMap<>();
        headers.forEach(h -> last.put(h.name(), h.value()));
        return last;
    }

    /// A header without a value has no type.
    private static Map<Bytes, HeaderType> lastTypes(List<Header> headers) {
        Map<Bytes, HeaderType> last = new TreeMap<>();
        headers.forEach(h -> last.put(h.name(), h.value().isPresent() ? h.type() : HeaderType.NULL));
        return last;
    }

    private static Map<Bytes, List<Optional<Bytes>>> allValues(List<Header> headers) {
        Map<Bytes, List<Optional<Bytes>>> all = new TreeMap<>();
        headers.forEach(h -> all.computeIfAbsent(h.name(), _ -> new ArrayList<>()).add(h.value()));
        return all;
    }
}
