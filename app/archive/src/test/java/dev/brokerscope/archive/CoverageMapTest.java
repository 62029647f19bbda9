package dev.brokerscope.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brokerscope.api.broker.GapReason;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.api.message.TimestampType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CoverageMapTest {

    private static final long DAY = 86_400_000;

    @TempDir
    Path folder;

    /// Ten messages of 30 kB a day, one day each block of them; messages 40 to 59 are missing.
    private CoverageMap draw(GapReason reason, long... strangeTimes) throws Exception {
        List<Message> messages = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            if (i < 40 || i >= 60) {
                messages.add(Message.at(0, 0, i).value(new byte[30_000])
                        .timestamp(i < strangeTimes.length ? strangeTimes[i] : TestArchives.NOW + i * DAY / 10,
                                TimestampType.CREATE)
                        .build());
            }
        }
        Path file = folder.resolve("a.msgdb");
        try (ArchiveWriter writer = ArchiveWriter.create(file, TestArchives.run(messages, 1), TestArchives.options())) {
            for (Message message : messages) {
                if (message.positionLo() == 60) {
                    writer.gap(TestArchives.ORDERS, TestArchives.gap(0, 40, 60, reason), "");
                }
                writer.append(TestArchives.ORDERS, message);
            }
            TestArchives.complete(writer);
        }
        try (Archive archive = Archive.open(file)) {
            return archive.coverage(100);
        }
    }

    private static String words(List<CoverageMap.Piece> pieces) {
        return String.join(" ", pieces.stream().map(p -> "%.2f-%.2f:%s".formatted(p.from(), p.to(),
                p.gap().map(GapReason::text).orElse("held"))).toList());
    }

    @Test
    void positionsAreHeldOrMissingForAReason() throws Exception {
        assertEquals("0.00-0.40:held 0.40-0.60:retention 0.60-1.00:held",
                words(draw(GapReason.RETENTION).strip(TestArchives.ORDERS, 0).byPosition()));
    }

    @Test
    void aGapStandsAtTheTimeBetweenTheMessagesAroundIt() throws Exception {
        CoverageMap map = draw(GapReason.UNREADABLE);
        Optional<CoverageMap.Piece> gap = map.strip(TestArchives.ORDERS, 0).byTime().stream()
                .filter(p -> p.gap().isPresent()).findFirst();
        assertEquals(0.4, gap.orElseThrow().from(), 0.02);
        assertEquals(0.6, gap.orElseThrow().to(), 0.02);
        assertEquals(TestArchives.NOW, map.times().orElseThrow().from());
    }

    @Test
    void aSingleStrangeTimeDoesNotSqueezeTheRest() throws Exception {
        CoverageMap map = draw(GapReason.RETENTION, 32_503_680_000_000L);
        assertTrue(map.times().orElseThrow().beyond());
        assertTrue(map.times().orElseThrow().to() < TestArchives.NOW + 11 * DAY);
    }

    @Test
    void partitionsWithoutAnythingHaveNoPieces() throws Exception {
        Path file = folder.resolve("empty.msgdb");
        TestArchives.write(file, List.of(), 1);
        try (Archive archive = Archive.open(file)) {
            assertEquals(List.of(), archive.coverage(100).strip(TestArchives.ORDERS, 0).byTime());
            assertEquals(Optional.empty(), archive.coverage(100).times());
            assertEquals(0, archive.contents().channels().getFirst().partitions().getFirst().coverage().getFirst()
                    .messages());
        }
    }
}
