package dev.brokerscope.desktop.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.channel.ChannelProfile;
import dev.brokerscope.plugin.memory.MemoryBroker;
import org.junit.jupiter.api.Test;

class ReadingWaysTest {

    private final MemoryBroker broker = new MemoryBroker("ways");

    @Test
    void aLogIsReadInEveryWayAndTheNewestFirst() throws Exception {
        ReadingWays ways = ways(broker.create("log", 1), true);

        assertTrue(ways.newest() && ways.oldest() && ways.offset() && ways.time() && ways.live());
        assertEquals(new RangeChoice.Newest(), ways.first().range());
        assertFalse(ways.held());
    }

    @Test
    void aQueueIsReadFromItsFrontOnly() throws Exception {
        ReadingWays ways = ways(broker.createQueue("queue"), true);

        assertFalse(ways.newest() || ways.offset() || ways.time() || ways.live());
        assertEquals(new RangeChoice.Oldest(), ways.first().range());
        assertTrue(ways.held());
    }

    @Test
    void aTapIsOnlyFollowed() throws Exception {
        broker.createQueue("queue");
        ReadingWays ways = ways(broker.createTap("tap", "queue"), true);

        assertFalse(ways.newest() || ways.oldest() || ways.offset() || ways.time());
        assertEquals(new RangeChoice.Live(), ways.first().range());
    }

    @Test
    void nothingArrivesInAnArchive() throws Exception {
        assertFalse(ways(broker.create("log", 1), false).live());
    }

    private ReadingWays ways(ChannelId channel, boolean arriving) throws Exception {
        try (var session = broker.connect()) {
            ChannelProfile profile = session.describe(channel).profile();
            return new ReadingWays(profile, arriving);
        }
    }
}
