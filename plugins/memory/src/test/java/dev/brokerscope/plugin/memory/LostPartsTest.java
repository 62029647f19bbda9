package dev.brokerscope.plugin.memory;

import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.brokerscope.api.broker.Batch;
import dev.brokerscope.api.channel.MessagePart;
import dev.brokerscope.api.message.Bytes;
import dev.brokerscope.api.message.Header;
import dev.brokerscope.api.message.HeaderType;
import dev.brokerscope.api.message.Headers;
import dev.brokerscope.api.message.Message;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A broker that claims to keep everything and loses one part: the contract finds each.
final class LostPartsTest {

    @ParameterizedTest
    @EnumSource(value = MessagePart.class, names = {"KEY", "VALUE", "NULL_VALUE", "HEADERS", "HEADER_ORDER",
        "HEADER_DUPLICATES", "HEADER_TYPES", "TIMESTAMP", "PARTITION", "ORDER"})
    void findsAPartThatIsLost(MessagePart part) {
        LyingBroker liar = LyingBroker.aboutBatches(
                b -> new Batch(losing(part, b.messages()), b.events(), b.end()));
        assertThrows(AssertionError.class, liar::keepsOfEachPartWhatItClaims);
    }

    private static List<Message> losing(MessagePart part, List<Message> messages) {
        return switch (part) {
            case ORDER -> messages.reversed();
            case PARTITION -> messages.stream().map(m -> m.movedTo(0, m.positionHi(), m.positionLo()).build()).toList();
            case KEY -> edited(messages, m -> m.key(Optional.empty()));
            case TIMESTAMP -> messages.stream().map(m -> m.movedTo(m.partition(), m.positionHi(), m.positionLo())
                    .timestamp(m.timestamp() / 1_000 * 1_000, m.timestampType()).build()).toList();
            case VALUE -> edited(messages, m -> m.value(Optional.of(Bytes.utf8("?"))));
            case NULL_VALUE -> messages.stream().map(m -> m.movedTo(m.partition(), m.positionHi(), m.positionLo())
                    .value(Optional.of(m.value().orElse(Bytes.EMPTY))).build()).toList();
            case HEADERS -> headed(messages, _ -> List.of());
            case HEADER_ORDER -> headed(messages, List::reversed);
            case HEADER_DUPLICATES -> headed(messages, LostPartsTest::single);
            case HEADER_TYPES -> headed(messages,
                    hs -> hs.stream().map(h -> new Header(h.name(), HeaderType.BYTES, h.value())).toList());
            case POSITION, MESSAGE_ID, PRIORITY, EXPIRY, ROUTING, DELIVERY_COUNT, PRODUCER_STATE ->
                    throw new IllegalArgumentException(part + " is tried elsewhere");
        };
    }

    private static List<Message> edited(List<Message> messages, UnaryOperator<Message.Builder> edit) {
        return messages.stream()
                .map(m -> edit.apply(m.movedTo(m.partition(), m.positionHi(), m.positionLo())).build()).toList();
    }

    private static List<Message> headed(List<Message> messages, UnaryOperator<List<Header>> edit) {
        return messages.stream().map(m -> m.movedTo(m.partition(), m.positionHi(), m.positionLo())
                .headers(Headers.of(edit.apply(m.headers().list()))).build()).toList();
    }

    private static List<Header> single(List<Header> headers) {
        Map<Bytes, Header> last = new LinkedHashMap<>();
        headers.forEach(h -> last.put(h.name(), h));
        return List.copyOf(last.values());
    }
}
