package dev.brokerscope.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.brokerscope.api.broker.Cursor;
import dev.brokerscope.api.broker.OpenRequest;
import dev.brokerscope.api.broker.Session;
import dev.brokerscope.api.channel.ChannelDetails;
import dev.brokerscope.api.channel.Impact;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/// Reads the filled channel through the plugin and with the broker's own client in turn: both must find as many messages,
/// and the figures are printed. Nothing is asserted of speed; with `-Dbrokerscope.contract.messages=100000` the figures
/// mean something.
public interface SpeedContract extends BrokerFixture {

    /// Readings of each, after one that warms up.
    int ROUNDS = 3;

    @Test
    default void readsAsManyAsTheClientAlone() throws Exception {
        Assumptions.assumeTrue(witness().isPresent(), "no client to compare with");
        Witness witness = witness().orElseThrow();
        Assumptions.assumeTrue(witness.read(filled().channel()).isPresent(), "no client to compare with");
        try (Session session = connect()) {
            ChannelDetails details = session.describe(filled().channel());
            OpenRequest everything = SessionFixture.everything(details);
            List<Long> plugin = new ArrayList<>();
            List<Long> client = new ArrayList<>();
            long through = read(session, everything);
            for (int i = 0; i < ROUNDS; i++) {
                long expected = through;
                awaitReturned(witness, details, expected);
                plugin.add(nanos(() -> assertCount(expected, OptionalLong.of(read(session, everything)))));
                awaitReturned(witness, details, expected);
                client.add(nanos(() -> assertCount(expected, witness.read(filled().channel()))));
            }
            System.out.printf(Locale.ROOT, "%s: %,d messages, %,d msg/s through the plugin, %,d msg/s by the client%n",
                    title().isEmpty() ? getClass().getSimpleName() : title(), through, rate(through, plugin),
                    rate(through, client));
        }
    }

    /// What a reading held comes back a little later.
    private static void awaitReturned(Witness witness, ChannelDetails details, long expected) throws Exception {
        if (details.profile().impact().contains(Impact.HIDES_MESSAGES)) {
            ImpactContract.settled(() -> witness.available(details.id()), expected);
        }
    }

    private static boolean assertCount(long expected, OptionalLong found) {
        assertEquals(OptionalLong.of(expected), found, "messages read through the plugin, and by the client");
        return true;
    }

    private static long read(Session session, OpenRequest request) throws Exception {
        long count = 0;
        try (Cursor cursor = session.open(request)) {
            boolean end = false;
            while (!end) {
                var batch = cursor.next(Duration.ofSeconds(5));
                count += batch.messages().size();
                end = batch.end();
            }
        }
        return count;
    }

    private static long nanos(Callable<Boolean> work) throws Exception {
        long start = System.nanoTime();
        work.call();
        return System.nanoTime() - start;
    }

    private static long rate(long messages, List<Long> nanos) {
        long median = nanos.stream().sorted().toList().get(nanos.size() / 2);
        return messages * 1_000_000_000L / Math.max(1, median);
    }
}
