package dev.brokerscope.brokers;

import dev.brokerscope.api.channel.Keep;
import dev.brokerscope.api.channel.MessagePart;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.core.restore.Fidelity;
import dev.brokerscope.testkit.Comparison;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// What a restore loses, in the words of its forecast: as it was said before, and as it was found.
final class Losses {

    private static final Map<MessagePart, String> WORDS = Map.ofEntries(
            Map.entry(MessagePart.KEY, "Key"), Map.entry(MessagePart.VALUE, "Value"),
            Map.entry(MessagePart.NULL_VALUE, "Null and empty"), Map.entry(MessagePart.HEADERS, "Headers"),
            Map.entry(MessagePart.HEADER_ORDER, "Headers"), Map.entry(MessagePart.HEADER_DUPLICATES, "Headers"),
            Map.entry(MessagePart.HEADER_TYPES, "Headers"), Map.entry(MessagePart.TIMESTAMP, "Timestamp"),
            Map.entry(MessagePart.PARTITION, "Partition"), Map.entry(MessagePart.ORDER, "Order"));

    private Losses() {}

    /// Without positions: new ones may happen to be the old ones.
    static Set<String> said(Fidelity fidelity) {
        Set<String> said = new TreeSet<>();
        for (Fidelity.Line line : fidelity.lines()) {
            if (line.keep() != Keep.EXACT && WORDS.containsValue(line.part())) {
                said.add(line.part());
            }
        }
        return said;
    }

    static Map<String, String> found(List<Message> originals, List<Message> copies) {
        Map<String, String> found = new TreeMap<>();
        Comparison.of(originals, copies).differences().forEach((part, difference) -> {
            if (WORDS.containsKey(part)) {
                found.putIfAbsent(WORDS.getOrDefault(part, part.name()), part + ": " + difference);
            }
        });
        return found;
    }
}
