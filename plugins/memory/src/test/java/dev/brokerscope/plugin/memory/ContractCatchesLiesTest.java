package dev.brokerscope.plugin.memory;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.brokerscope.api.broker.Batch;
import dev.brokerscope.api.channel.ChannelDetails;
import dev.brokerscope.api.channel.Count;
import dev.brokerscope.api.channel.Keep;
import dev.brokerscope.api.channel.MessagePart;
import dev.brokerscope.api.message.Headers;
import dev.brokerscope.api.message.Message;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The contract suite is worth as much as the lies it finds.
final class ContractCatchesLiesTest {

    @Test
    void believesTheHonest() {
        LyingBroker honest = LyingBroker.aboutBatches(UnaryOperator.identity());
        assertDoesNotThrow(honest::keepsOfEachPartWhatItClaims);
        assertDoesNotThrow(honest::explainsEveryHole);
    }

    @Test
    void findsAClaimThatIsTooStrong() {
        LyingBroker liar = LyingBroker.aboutClaims(claiming(MessagePart.POSITION, Keep.EXACT));
        assertThrows(AssertionError.class, liar::keepsWhatCameFromTheSameBrokerAsItClaims);
    }

    @ParameterizedTest
    @EnumSource(value = MessagePart.class, names = {"KEY", "VALUE", "NULL_VALUE", "HEADERS", "HEADER_ORDER",
        "HEADER_DUPLICATES", "TIMESTAMP", "PARTITION", "ORDER"})
    void findsAClaimThatIsTooWeak(MessagePart part) {
        LyingBroker liar = LyingBroker.aboutClaims(claiming(part, Keep.LOST));
        assertThrows(AssertionError.class, liar::keepsOfEachPartWhatItClaims);
    }

    @Test
    void findsAMessageThatIsLeftOut() {
        LyingBroker liar = LyingBroker.aboutBatches(b -> new Batch(
                b.messages().subList(0, Math.max(0, b.messages().size() - 1)), b.events(), b.end()));
        assertThrows(AssertionError.class, liar::readsTheSameThreeTimes);
    }

    @Test
    void findsAHoleThatIsHidden() {
        LyingBroker liar = LyingBroker.aboutBatches(b -> new Batch(b.messages(), List.of(), b.end()));
        assertThrows(AssertionError.class, liar::explainsEveryHole);
    }

    @Test
    void findsHeadersThatAreLost() {
        LyingBroker liar = LyingBroker.aboutBatches(b -> new Batch(
                b.messages().stream().map(ContractCatchesLiesTest::bare).toList(), b.events(), b.end()));
        assertThrows(AssertionError.class, liar::readsTheSameThreeTimes);
    }

    @Test
    void findsACountThatIsNotExact() {
        LyingBroker liar = LyingBroker.aboutDetails(d -> new ChannelDetails(d.id(), d.incarnation(), d.partitions(),
                Count.exact(d.count().value() + 1), d.profile(), d.attributes(), d.sections()));
        assertThrows(AssertionError.class, liar::describesTheChannel);
    }

    private static Message bare(Message message) {
        return message.movedTo(message.partition(), message.positionHi(), message.positionLo()).headers(Headers.NONE)
                .build();
    }

    private static UnaryOperator<Map<MessagePart, Keep>> claiming(MessagePart part, Keep keep) {
        return claims -> {
            Map<MessagePart, Keep> bent = new EnumMap<>(claims);
            bent.put(part, keep);
            return bent;
        };
    }
}
