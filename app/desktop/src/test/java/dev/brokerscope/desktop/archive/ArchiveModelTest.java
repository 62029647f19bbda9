package dev.brokerscope.desktop.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brokerscope.archive.Archive;
import dev.brokerscope.archive.Verification;
import dev.brokerscope.core.job.JobContext;
import dev.brokerscope.core.job.Outcome;
import dev.brokerscope.core.verify.ArchiveCheck;
import dev.brokerscope.desktop.wizard.ShopArchive;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveModelTest {

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void setUp() throws Exception {
        file = new ShopArchive(folder.resolve("shop.msgdb")).make();
    }

    @Test
    void readsWhatTheArchiveSaysOfItself() throws Exception {
        try (Archive archive = Archive.open(file)) {
            ArchiveModel model = new ArchiveModel(archive, Runnable::run, Runnable::run);
            model.load();

            var read = assertInstanceOf(ArchiveModel.State.Read.class, model.stateProperty().get());
            assertEquals(3, read.contents().channels().size());
            assertEquals(Files.size(file), read.size());
        }
    }

    @Test
    void explainsEveryOffset() throws Exception {
        for (ChannelCoverage channel : coverage()) {
            assertEquals(0, channel.unexplained(), channel.channel().id().text());
        }
    }

    @Test
    void drawsTheGapWhereItIs() throws Exception {
        PartitionCoverage third = channel("payments").partitions().get(3);

        assertTrue(kinds(third).contains("COMPACTED"), kinds(third));
        assertEquals(0, third.segments().getFirst().from());
        assertEquals(1, third.segments().getLast().to());
    }

    @Test
    void listsGapsWithTheirReasons() throws Exception {
        PartitionCoverage third = channel("payments").partitions().get(3);

        assertTrue(third.gapLines().stream().anyMatch(g -> g.kind() == Segment.Kind.COMPACTED), third.told());
        assertTrue(third.told().contains("compacted"), third.told());
    }

    @Test
    void drawsByTimeToo() throws Exception {
        assertTrue(channel("payments").partitions().getFirst().timeSegments().stream()
                .anyMatch(s -> s.kind() == Segment.Kind.HELD));
    }

    @Test
    void leavesAnEmptyPartitionWithoutABar() throws Exception {
        PartitionCoverage empty = channel("audit.log").partitions().getFirst();

        assertEquals(List.of(), empty.segments());
        assertEquals(0, empty.messages());
    }

    @Test
    void listsGroupsWithTheirPositions() throws Exception {
        try (Archive archive = Archive.open(file)) {
            List<String> groups = GroupLine.of(archive.contents()).stream()
                    .map(l -> l.group().name() + " " + l.channel() + " " + l.positions()).sorted().toList();

            assertTrue(groups.contains("billing-service payments 1: 220"), groups.toString());
        }
    }

    @Test
    void findsAWholeArchiveSound() throws Exception {
        ArchiveCheck check = ArchiveCheck.body(file, Verification.Level.DEEP).run(JobContext.direct());

        assertEquals(Outcome.COMPLETE, check.outcome(), check.summary());
    }

    @Test
    void findsAFlippedBit() throws Exception {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 100] ^= 1;
        Path damaged = Files.write(folder.resolve("damaged.msgdb"), bytes);

        ArchiveCheck check = ArchiveCheck.body(damaged, Verification.Level.FULL).run(JobContext.direct());

        assertEquals(Outcome.DAMAGED, check.outcome(), check.summary());
        assertTrue(check.json().path("problems").size() > 0);
    }

    private static String kinds(PartitionCoverage partition) {
        return partition.segments().stream().map(s -> s.kind().name()).distinct().collect(Collectors.joining(" "));
    }

    private ChannelCoverage channel(String name) throws Exception {
        return coverage().stream().filter(c -> c.channel().id().text().equals(name)).findFirst().orElseThrow();
    }

    private List<ChannelCoverage> coverage() throws Exception {
        try (Archive archive = Archive.open(file)) {
            return Coverages.of(archive, archive.contents()).channels();
        }
    }
}
