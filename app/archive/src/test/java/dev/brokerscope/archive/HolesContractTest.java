package dev.brokerscope.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.brokerscope.api.broker.GapReason;
import dev.brokerscope.api.broker.OpenRequest;
import dev.brokerscope.api.broker.Session;
import dev.brokerscope.api.broker.Start;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.api.message.Position;
import dev.brokerscope.testkit.Readout;
import dev.brokerscope.testkit.SessionContract;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The same for a channel with holes of several reasons: in blocks, between them, at both ends.
class HolesContractTest extends SessionContract {

    private static final int PARTITIONS = 2;
    private static final GapReason[] REASONS = {GapReason.SPARSE, GapReason.TRANSACTIONAL, GapReason.COMPACTED};

    private final List<Message> messages = new ArrayList<>();
    private Archive archive;

    @BeforeAll
    void write(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("holes.msgdb");
        List<Message> dense = TestArchives.messages(2_000, PARTITIONS);
        List<RangeStart> ranges = List.of(TestArchives.range(Position.of(0, 0), Position.of(0, 10_000)),
                TestArchives.range(Position.of(1, 0), Position.of(1, 10_000)));
        try (ArchiveWriter writer = ArchiveWriter.create(file,
                TestArchives.run(TestArchives.channel(TestArchives.ORDERS, ranges)), TestArchives.options())) {
            for (int partition = 0; partition < PARTITIONS; partition++) {
                append(writer, partition, dense);
            }
            TestArchives.complete(writer);
        }
        archive = Archive.open(file);
    }

    private void append(ArchiveWriter writer, int partition, List<Message> dense) throws Exception {
        Random random = new Random(partition);
        long at = 5;
        writer.gap(TestArchives.ORDERS, TestArchives.gap(partition, 0, at, GapReason.RETENTION), "");
        for (Message message : dense) {
            if (message.partition() == partition) {
                if (random.nextInt(4) == 0) {
                    int size = 1 + random.nextInt(5);
                    writer.gap(TestArchives.ORDERS,
                            TestArchives.gap(partition, at, at + size, REASONS[random.nextInt(REASONS.length)]), "");
                    at += size;
                }
                Message moved = message.movedTo(partition, 0, at++).build();
                writer.append(TestArchives.ORDERS, moved);
                messages.add(moved);
            }
        }
        writer.gap(TestArchives.ORDERS, TestArchives.gap(partition, at, 10_000, GapReason.TRANSACTIONAL), "");
    }

    @AfterAll
    void close() {
        archive.close();
    }

    @Override
    public Session connect() {
        return archive.session();
    }

    @Override
    public Filled filled() {
        return new Filled(TestArchives.ORDERS, messages);
    }

    /// A broker counts positions; an archive knows how many messages its blocks hold, and gives exactly so many.
    @Override
    @Test
    public void startsAtTheLastNPositions() throws Exception {
        for (int n : new int[]{0, 1, 5, 300, 1_000_000}) {
            List<Message> expected = new ArrayList<>();
            Readout.byPartition(messages).values()
                    .forEach(in -> expected.addAll(in.subList(Math.max(0, in.size() - n), in.size())));
            OpenRequest request = OpenRequest.everything(TestArchives.ORDERS).from(new Start.LastN(n));
            assertEquals(Optional.empty(),
                    Readout.difference(expected, Readout.of(archive.session(), request).messages()));
        }
    }

    @Test
    void isFoundSoundByADeepCheck() throws Exception {
        Verification deep = Archive.verify(archive.file(), Verification.Level.DEEP, Verification.Listener.NONE);
        assertEquals(List.of(), deep.problems());
        assertEquals(Verification.State.SOUND, deep.state());
    }

    @Test
    void tellsTheReasonOfEachHole() throws Exception {
        Readout readout = TestArchives.read(archive);
        long retained = readout.gaps().stream().filter(g -> g.reason() == GapReason.RETENTION).count();
        assertEquals(PARTITIONS, retained);
        for (GapReason reason : REASONS) {
            assertEquals(expected(reason), readout.gaps().stream().filter(g -> g.reason() == reason)
                    .mapToLong(g -> g.next().lo() - g.from().lo()).sum(), reason.text());
        }
    }

    private long expected(GapReason reason) {
        long positions = 0;
        for (int partition = 0; partition < PARTITIONS; partition++) {
            Random random = new Random(partition);
            int p = partition;
            List<Message> in = messages.stream().filter(m -> m.partition() == p).toList();
            for (int i = 0; i < in.size(); i++) {
                if (random.nextInt(4) == 0) {
                    int size = 1 + random.nextInt(5);
                    positions += REASONS[random.nextInt(REASONS.length)] == reason ? size : 0;
                }
            }
            positions += reason == GapReason.TRANSACTIONAL ? 9_999 - in.getLast().positionLo() : 0;
        }
        return positions;
    }
}
