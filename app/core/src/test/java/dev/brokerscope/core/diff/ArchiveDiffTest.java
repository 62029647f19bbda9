package dev.brokerscope.core.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brokerscope.api.broker.Cursor;
import dev.brokerscope.api.broker.GapReason;
import dev.brokerscope.api.broker.Session;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.api.message.Position;
import dev.brokerscope.archive.Archive;
import dev.brokerscope.archive.StoredCuts;
import dev.brokerscope.core.job.JobContext;
import dev.brokerscope.core.lab.Lab;
import dev.brokerscope.core.slice.Naming;
import dev.brokerscope.core.slice.Slice;
import dev.brokerscope.plugin.memory.MemoryBroker;
import dev.brokerscope.testkit.SeededMessages;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Archives against archives: by the hashes that they state, with the same answer as by reading.
class ArchiveDiffTest {

    private static final ChannelId ORDERS = MemoryBroker.id("orders");

    @TempDir
    Path folder;

    private Lab left;
    private Lab right;
    private final AtomicInteger opened = new AtomicInteger();

    @BeforeEach
    void setUp() throws Exception {
        left = new Lab(Files.createDirectory(folder.resolve("left")));
        right = new Lab(Files.createDirectory(folder.resolve("right")));
        for (Lab lab : List.of(left, right)) {
            Lab.fill(lab.source(), "orders", 2, 3_000);
        }
    }

    /// @param hashes whether stored hashes are looked at
    private ChannelDiff diff(boolean hashes) throws Exception {
        try (Archive a = Archive.open(left.file()); Archive b = Archive.open(right.file())) {
            opened.set(0);
            DiffReport report = new Diff(side("a", a, hashes), side("b", b, hashes))
                    .run(DiffPlan.of(List.of(Slice.whole(ORDERS)), Naming.SAME), JobContext.direct());
            return report.channels().getFirst();
        }
    }

    private DiffSide side(String name, Archive archive, boolean hashes) {
        Session real = archive.session();
        return new DiffSide(name, (Session) Proxy.newProxyInstance(Session.class.getClassLoader(),
                new Class<?>[]{Session.class}, (_, method, arguments) -> {
                    if (!hashes && method.getName().equals("extension") && arguments[0] == StoredCuts.class) {
                        return Optional.empty();
                    }
                    opened.addAndGet(method.getReturnType() == Cursor.class ? 1 : 0);
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    private void backUp() throws Exception {
        left.backup(left.plan("orders"));
        right.backup(right.plan("orders"));
    }

    /// Everything but the hashes, which say what was compared.
    private static void assertSame(ChannelDiff read, ChannelDiff walked) {
        assertEquals(read.equal(), walked.equal());
        assertEquals(read.differences(), walked.differences());
        assertEquals(counts(read.sideA()), counts(walked.sideA()));
        assertEquals(counts(read.sideB()), counts(walked.sideB()));
    }

    private static List<Long> counts(ChannelDiff.Side side) {
        return List.of((long) side.partitions(), side.messages(), side.tombstones(), side.bytes(), side.holes());
    }

    @Test
    void equalArchivesAreComparedWithoutReadingThem() throws Exception {
        backUp();
        ChannelDiff walked = diff(true);
        assertTrue(walked.equal());
        assertEquals(0, opened.get());
        assertSame(diff(false), walked);
        assertTrue(opened.get() > 0);
    }

    @Test
    void theFirstDifferenceIsFoundBehindEqualBlocks() throws Exception {
        Message odd = new SeededMessages(9, Set.of()).generate(1, 1).getFirst().movedTo(1, 0, 0)
                .value(new byte[]{1}).build();
        left.source().publish("orders", odd);
        right.source().publish("orders", odd.movedTo(1, 0, 0).value(new byte[]{2}).build());
        backUp();
        ChannelDiff walked = diff(true);
        assertFalse(walked.equal());
        assertEquals("value", walked.first().orElseThrow().field());
        assertSame(diff(false), walked);
    }

    @Test
    void aMissingMessageIsFoundAndTheRestIsCounted() throws Exception {
        right.source().erase("orders", Position.of(0, 700), GapReason.COMPACTED);
        backUp();
        assertSame(diff(false), diff(true));
    }

    @Test
    void aGapExplainsWhatIsMissingWhereBothAreTheSameChannel() throws Exception {
        right = new Lab(Files.createDirectory(folder.resolve("later")), left.source());
        left.backup(left.plan("orders"));
        left.source().erase("orders", Position.of(0, 700), GapReason.COMPACTED);
        right.backup(right.plan("orders"));
        ChannelDiff walked = diff(true);
        assertTrue(walked.first().orElseThrow().b().startsWith("missing: compacted"),
                walked.first().orElseThrow().toString());
        assertTrue(walked.first().orElseThrow().sentence().contains("gap"));
        assertSame(diff(false), walked);
    }
}
