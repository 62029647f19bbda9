package dev.brokerscope.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brokerscope.kafka.testkit.Octets;
import dev.brokerscope.kafka.testkit.StoredMessage;
import dev.brokerscope.kafka.testkit.TopicReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SampleClusterTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private final SampleCluster cluster = SampleCluster.start();
    private long written;

    @BeforeAll
    void fill() throws InterruptedException {
        written = cluster.fill(NOW);
    }

    @AfterAll
    void close() {
        cluster.close();
    }

    @Test
    void writesTensOfThousandsOfMessages() {
        assertTrue(written > 60_000, written + " messages");
    }

    @Test
    void keepsOrdersWithinTwoDays() {
        assertTrue(messages("orders").stream().map(message -> message.content().timestamp())
                .allMatch(time -> time <= NOW.toEpochMilli() && time >= NOW.minusSeconds(48 * 3_600).toEpochMilli()));
    }

    @Test
    void writesPaymentsInThreeVersionsOfTheirSchema() {
        Set<Integer> ids = messages("payments").stream().map(message -> message.content().value().orElseThrow())
                .map(value -> ByteBuffer.wrap(value.toArray()).getInt(1)).collect(Collectors.toSet());

        assertEquals(Set.of(1, 3, 4), ids);
    }

    @Test
    void leavesGapsWhereTransactionsEnded() {
        List<StoredMessage> committed = messages("ugly");
        List<StoredMessage> all = new TopicReader(properties()).with("isolation.level", "read_uncommitted")
                .messages("ugly");

        assertEquals(all.size() - 2, committed.size());
    }

    @Test
    void holdsAMessageOfFiveMegabytes() {
        assertTrue(messages("ugly").stream().anyMatch(
                message -> message.content().value().map(Octets::length).orElse(0) > 5_000_000));
    }

    @Test
    void deletesCustomersByTombstones() {
        assertTrue(messages("customer-profile").stream().anyMatch(message -> message.content().value().isEmpty()));
    }

    @Test
    void declaresTheEncodingOfOldInvoices() {
        Optional<String> old = messages("invoices").stream()
                .map(message -> new String(message.content().value().orElseThrow().toArray(),
                        StandardCharsets.ISO_8859_1))
                .filter(text -> text.contains("encoding=\"ISO-8859-1\"")).findFirst();

        assertTrue(old.orElseThrow().contains("Bäckerei Schröder"));
    }

    @Test
    void hasGroupsThatLagBehind() throws Exception {
        try (Admin admin = Admin.create(properties())) {
            Set<String> groups = admin.listGroups().all().get().stream().map(GroupListing::groupId)
                    .collect(Collectors.toSet());

            assertEquals(Set.of("billing", "fraud-check", "search-index"), groups);
        }
    }

    private List<StoredMessage> messages(String topic) {
        return new TopicReader(properties()).messages(topic);
    }

    private Map<String, Object> properties() {
        return Map.of("bootstrap.servers", cluster.bootstrapServers());
    }
}
