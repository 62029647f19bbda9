package dev.brokerscope.core.slice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SliceTextTest {

    private final Times times = new Times(Instant.parse("2026-11-22T10:15:30Z"), ZoneId.of("Europe/Berlin"));

    @Test
    void aNameAloneIsTheWholeChannel() throws Exception {
        Slice slice = SliceText.parse("payments", times).on(ChannelId.of("topic", "payments"));

        assertTrue(slice.isWhole());
        assertEquals("payments", slice.text());
    }

    @Test
    void readsPartitionsAndBounds() throws Exception {
        SliceText slice = SliceText.parse("payments[0,3-5]@2026-11-01T00:00Z..1204006", times);

        assertEquals(Optional.of(Set.of(0, 3, 4, 5)), slice.partitions());
        assertEquals(new Bound.Time("2026-11-01T00:00Z", Instant.parse("2026-11-01T00:00:00Z").toEpochMilli()),
                slice.from());
        assertEquals(new Bound.At("1204006"), slice.to());
    }

    @ParameterizedTest
    @ValueSource(strings = {"payments[0,3]@2026-11-01T00:00Z..now", "payments@last:1000", "payments@..500",
        "payments[7]@now-2h..", "a%40b@1700000000000-3.."})
    void writesWhatItRead(String text) throws Exception {
        SliceText read = SliceText.parse(text, times);

        assertEquals(text, read.on(ChannelId.parse("topic", read.name())).text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"payments[", "payments[x]", "payments[3-1]", "payments@yesterday..", "payments@5",
        "payments@last:0", "payments@last:many", "", "payments@2026-13-01.."})
    void refusesNonsenseAsUsage(String text) {
        FaultException fault = assertThrows(FaultException.class, () -> SliceText.parse(text, times));

        assertEquals(FaultKind.USAGE, fault.kind());
        assertTrue(!fault.fault().remedy().isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"now,2026-11-22T10:15:30Z", "now-2h,2026-11-22T08:15:30Z", "today,2026-11-21T23:00:00Z",
        "2026-11-01,2026-10-31T23:00:00Z", "2026-11-01T12:00,2026-11-01T11:00:00Z",
        "2026-11-01T12:00+05:00,2026-11-01T07:00:00Z", "1700000000000ms,2023-11-14T22:13:20Z"})
    void understandsTimes(String words, String instant) {
        assertEquals(Optional.of(Instant.parse(instant).toEpochMilli()), times.parse(words));
    }

    @Test
    void prefixesTheInnermostNameOnly() {
        assertEquals(ChannelId.of("queue", "/", "r.orders"),
                Naming.prefixed("r.").target(ChannelId.of("queue", "/", "orders"), "queue"));
    }

    @Test
    void renamesOneAndPrefixesTheOthers() {
        Naming naming = Naming.prefixed("r.").renaming("orders", "orders.copy");

        assertEquals("orders.copy", naming.target(ChannelId.of("topic", "orders"), "topic").text());
        assertEquals("r.payments", naming.target(ChannelId.of("topic", "payments"), "topic").text());
    }

    @Test
    void quotesForTheShell() {
        assertEquals("brokerscope read 'it'\\''s' plain", new CommandText("read").add("it's", "plain").text());
    }
}
