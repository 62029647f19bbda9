package dev.brokerscope.archive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.archive.Verification.Level;
import dev.brokerscope.archive.Verification.State;
import dev.brokerscope.archive.crypt.ArchiveKeys;
import dev.brokerscope.archive.crypt.Identity;
import dev.brokerscope.archive.crypt.KeySlot;
import dev.brokerscope.archive.crypt.SlotLock;
import dev.brokerscope.archive.sqlite.Database;
import dev.brokerscope.archive.sqlite.Databases;
import dev.brokerscope.archive.sqlite.Trailer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Keys change, messages do not; wherever a change is cut short, the archive can be sealed again.
class KeySlotsTest {

    @TempDir
    Path folder;

    private final Identity first = Identity.generate();
    private final Identity second = Identity.generate();
    private final List<Message> messages = TestArchives.messages(600, 1);
    private Path file;

    @BeforeEach
    void write() throws Exception {
        file = folder.resolve("a.msgdb");
        EncryptedArchives.write(file, messages, 1, new SlotLock.ForRecipient(first.recipient()));
    }

    private List<KeySlot> addSecond() throws FaultException {
        return ArchiveSlots.add(file, ArchiveKeys.of(first), List.of(new SlotLock.ForRecipient(second.recipient())),
                "second");
    }

    @Test
    void anAddedKeyOpensItAndTheRootStaysTheSame() throws Exception {
        String before = root();
        addSecond();
        assertDeep(first);
        assertDeep(second);
        assertEquals(before, root());
        assertEquals(State.SOUND, Archive.verify(file, Level.FULL, Verification.Listener.NONE).state());
    }

    @Test
    void aRemovedSlotOpensNothingAndItsBytesAreGone() throws Exception {
        String text = addSecond().getFirst().parameters();
        assertTrue(Files.readString(file, StandardCharsets.ISO_8859_1).contains(text));
        ArchiveSlots.remove(file, 2);
        assertWrong(second);
        assertDeep(first);
        assertFalse(Files.readString(file, StandardCharsets.ISO_8859_1).contains(text));
    }

    @Test
    void theLastSlotCannotBeRemoved() {
        FaultException fault = assertThrows(FaultException.class, () -> ArchiveSlots.remove(file, 1));
        assertEquals(FaultKind.REFUSED, fault.kind());
        assertDoesStand();
    }

    @Test
    void rotatingReplacesAllSlotsInOneStep() throws Exception {
        addSecond();
        Identity third = Identity.generate();
        ArchiveSlots.rotate(file, ArchiveKeys.of(first), Set.of(),
                List.of(new SlotLock.ForRecipient(third.recipient())),
                "");
        assertWrong(first);
        assertWrong(second);
        assertDeep(third);
    }

    @Test
    void aFaultInBetweenLeavesTheArchiveAsItWas() throws Exception {
        byte[] before = Files.readAllBytes(file);
        assertThrows(FaultException.class,
                () -> ArchiveSlots.add(file, ArchiveKeys.of(second), List.of(new SlotLock.ForRecipient(
                        second.recipient())), ""));
        assertArrayEquals(before, Files.readAllBytes(file));
    }

    @Test
    void damageIsNotSealedIn() throws Exception {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        FaultException fault = assertThrows(FaultException.class, this::addSecond);
        assertEquals(FaultKind.CORRUPT, fault.kind());
        assertArrayEquals(bytes, Files.readAllBytes(file));
    }

    @Test
    void killedBeforeTheChangeItIsSealedAgain() throws Exception {
        Trailer.cut(file);
        assertSealsAgain();
    }

    @Test
    void killedWithinTheChangeItIsUndoneAndSealedAgain() throws Exception {
        Trailer.cut(file);
        Path crashed = folder.resolve("crashed.msgdb");
        try (Database db = Databases.openSealed(file)) {
            db.execute("PRAGMA cache_size = 2");
            db.execute("BEGIN IMMEDIATE");
            db.update("UPDATE key_slot SET wrapped_key = zeroblob(60)");
            db.update("UPDATE frame SET data = zeroblob(length(data))");
            Files.copy(file, crashed);
            Files.copy(folder.resolve("a.msgdb-journal"), folder.resolve("crashed.msgdb-journal"));
            db.execute("ROLLBACK");
        }
        Files.move(crashed, file, StandardCopyOption.REPLACE_EXISTING);
        Files.move(folder.resolve("crashed.msgdb-journal"), folder.resolve("a.msgdb-journal"));
        assertSealsAgain();
        assertFalse(Files.exists(folder.resolve("a.msgdb-journal")));
    }

    @Test
    void killedBehindTheChangeItIsSealedAgain() throws Exception {
        addSecond();
        Trailer.cut(file);
        assertSealsAgain();
        assertDeep(second);
    }

    @Test
    void killedWithinTheSealItIsSealedAgain() throws Exception {
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length - 9_000));
        assertSealsAgain();
    }

    @Test
    void aDamagedOneIsNotSealedAgain() throws Exception {
        Trailer.cut(file);
        try (Database db = Databases.openSealed(file)) {
            db.update("UPDATE frame SET data = zeroblob(length(data)) WHERE block_id = 1 AND kind = 'values'");
        }
        FaultException fault =
                assertThrows(FaultException.class, () -> ArchiveSlots.reseal(file, ArchiveKeys.NONE));
        assertEquals(FaultKind.CORRUPT, fault.kind());
        assertEquals(State.DAMAGED, Archive.verify(file, Level.QUICK, Verification.Listener.NONE).state());
    }

    @Test
    void aSealedOneStaysAsItIs() throws Exception {
        byte[] before = Files.readAllBytes(file);
        assertFalse(ArchiveSlots.reseal(file, ArchiveKeys.NONE));
        assertArrayEquals(before, Files.readAllBytes(file));
    }

    @Test
    void anUnfinishedArchiveIsRefused() throws Exception {
        ArchiveWriter.create(folder.resolve("b.msgdb"), TestArchives.run(messages, 1), TestArchives.options()).close();
        FaultException fault = assertThrows(FaultException.class,
                () -> ArchiveSlots.remove(folder.resolve("b.msgdb.partial"), 1));
        assertEquals(FaultKind.REFUSED, fault.kind());
    }

    private void assertSealsAgain() throws Exception {
        FaultException fault = assertThrows(FaultException.class, () -> Archive.open(file).close());
        assertEquals(FaultKind.CORRUPT, fault.kind());
        assertEquals(State.DAMAGED, Archive.verify(file, Level.QUICK, Verification.Listener.NONE).state());
        assertTrue(ArchiveSlots.reseal(file, ArchiveKeys.of(first)));
        assertDeep(first);
    }

    private void assertDoesStand() {
        try {
            assertDeep(first);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private void assertDeep(Identity identity) throws Exception {
        Verification deep = Archive.verify(file, ArchiveKeys.of(identity), Level.DEEP, Verification.Listener.NONE);
        assertEquals(List.of(), deep.problems());
        assertEquals(messages.size(), deep.messages());
    }

    private void assertWrong(Identity identity) {
        FaultException fault =
                assertThrows(FaultException.class, () -> Archive.open(file, ArchiveKeys.of(identity)).close());
        assertEquals(FaultKind.WRONG_KEY, fault.kind());
    }

    private String root() throws Exception {
        StringBuilder dump = new StringBuilder();
        try (Archive archive = Archive.open(file)) {
            archive.dump(dump);
            return dump + archive.contents().seal().toString();
        }
    }
}
