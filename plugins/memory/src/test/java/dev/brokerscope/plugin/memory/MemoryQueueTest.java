package dev.brokerscope.plugin.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brokerscope.api.broker.Cursor;
import dev.brokerscope.api.broker.End;
import dev.brokerscope.api.broker.Isolation;
import dev.brokerscope.api.broker.OpenRequest;
import dev.brokerscope.api.broker.Start;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.channel.Count;
import dev.brokerscope.api.channel.Instead;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.message.Message;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MemoryQueueTest {

    private final MemoryBroker broker = new MemoryBroker("queues");

    @Test
    void refusesToReadAQueueWithoutConsent() throws Exception {
        ChannelId queue = broker.createQueue("work");
        try (MemorySession session = broker.connect()) {
            FaultException refused = assertThrows(FaultException.class,
                    () -> session.open(OpenRequest.everything(queue)));

            assertEquals(FaultKind.REFUSED, refused.kind());
        }
    }

    @Test
    void givesAllMessagesOfAQueueWithConsentAndKeepsThem() throws Exception {
        ChannelId queue = broker.createQueue("work");
        publish(5);
        try (MemorySession session = broker.connect()) {
            OpenRequest request = OpenRequest.everything(queue)
                    .consenting(session.describe(queue).profile().impact());
            try (Cursor cursor = session.open(request)) {
                assertEquals(5, cursor.next(Duration.ZERO).messages().size());
            }

            assertEquals(Count.exact(5), session.describe(queue).count());
            assertEquals(Map.of(queue, List.of()), session.ends(Set.of(queue), Isolation.ALL));
        }
    }

    @Test
    void aTapShowsOnlyWhatIsSentFromNowOn() throws Exception {
        broker.createQueue("work");
        ChannelId tap = broker.createTap("work.tap", "work");
        publish(2);
        try (MemorySession session = broker.connect(); Cursor cursor = session.open(OpenRequest.everything(tap)
                .from(new Start.Latest()).to(new End.Follow()))) {
            assertTrue(cursor.next(Duration.ZERO).messages().isEmpty());
            publish(3);

            assertEquals(3, cursor.next(Duration.ZERO).messages().size());
        }
    }

    @Test
    void aTapHasNothingToLookBackAt() throws Exception {
        broker.createQueue("work");
        ChannelId tap = broker.createTap("work.tap", "work");
        try (MemorySession session = broker.connect()) {
            FaultException refused = assertThrows(FaultException.class,
                    () -> session.open(OpenRequest.everything(tap)));

            assertEquals(FaultKind.UNSUPPORTED, refused.kind());
        }
    }

    @Test
    void offersTheTapInsteadOfTheQueue() throws Exception {
        ChannelId queue = broker.createQueue("work");
        ChannelId tap = broker.createTap("work/tap", "work");
        try (MemorySession session = broker.connect()) {
            assertEquals(List.of(tap), Instead.of(session.describe(queue)).stream().map(Instead::channel).toList());
        }
    }

    private void publish(int messages) throws FaultException {
        for (int i = 0; i < messages; i++) {
            broker.publish("work", Message.at(0, 0, 0).value(new byte[]{(byte) i}).build());
        }
    }
}
