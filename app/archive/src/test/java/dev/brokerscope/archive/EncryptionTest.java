package dev.brokerscope.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brokerscope.api.broker.ListQuery;
import dev.brokerscope.api.fault.Fault;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.message.Bytes;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.archive.Verification.Level;
import dev.brokerscope.archive.Verification.State;
import dev.brokerscope.archive.crypt.ArchiveKeys;
import dev.brokerscope.archive.crypt.FileKey;
import dev.brokerscope.archive.crypt.Identity;
import dev.brokerscope.archive.crypt.PassphraseKey;
import dev.brokerscope.archive.crypt.Protection;
import dev.brokerscope.archive.crypt.SlotLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who has a key reads everything; who has none reads the manifest and nothing else.
class EncryptionTest {

    private static final char[] PASSPHRASE = "correct horse battery staple".toCharArray();

    @TempDir
    Path folder;

    private final Identity identity = Identity.generate();
    private final List<Message> messages = TestArchives.messages(1_500, 2);
    private Path keyFile;
    private Path file;

    @BeforeEach
    void write() throws Exception {
        keyFile = folder.resolve("key");
        Files.write(keyFile, Bytes.utf8("0123456789012345678901234567890123456789").toArray());
        file = folder.resolve("a.msgdb");
        EncryptedArchives.write(file, messages, 2, SlotLock.passphrase(PASSPHRASE, 1_000),
                new SlotLock.ForRecipient(identity.recipient()), new SlotLock.ByFile(FileKey.read(keyFile)));
    }

    @Test
    void readsBackEveryByteWithAPassphrase() throws Exception {
        assertEquals(messages.size(), read(new PassphraseKey(PASSPHRASE)).size());
    }

    @Test
    void readsBackTheSameWithAnyOfTheKeys() throws Exception {
        Bytes written = content(messages);
        assertEquals(written, content(read(new PassphraseKey(PASSPHRASE))));
        assertEquals(written, content(read(identity)));
        assertEquals(written, content(read(FileKey.read(keyFile))));
    }

    private static Bytes content(List<Message> messages) {
        ContentHasher hasher = new ContentHasher(TestArchives.ATTRIBUTES, ContentMask.ALL);
        messages.stream().sorted(Comparator.comparing(Message::position)).forEach(hasher::add);
        return hasher.cut();
    }

    @Test
    void listsItsManifestWithoutAKeyButNoMessages() throws Exception {
        try (Archive archive = Archive.open(file)) {
            assertEquals(1, archive.session().list(Optional.empty(), ListQuery.ALL).items().size());
            assertEquals(1, archive.contents().channels().size());
            FaultException fault = assertThrows(FaultException.class, () -> TestArchives.read(archive));
            assertEquals(FaultKind.WRONG_KEY, fault.kind());
            assertTrue(fault.fault().message().contains("a passphrase"), fault.fault().message());
            assertTrue(fault.fault().message().contains(identity.recipient().text()), fault.fault().message());
            assertTrue(fault.fault().message().contains("a key file"), fault.fault().message());
        }
    }

    @Test
    void refusesAWrongKeyAndSaysWhatIsNeeded() {
        assertWrong(ArchiveKeys.of(new PassphraseKey("correct horse".toCharArray())));
        assertWrong(ArchiveKeys.of(Identity.generate()));
    }

    private void assertWrong(ArchiveKeys keys) {
        FaultException fault = assertThrows(FaultException.class, () -> Archive.open(file, keys).close());
        assertEquals(FaultKind.WRONG_KEY, fault.kind());
        Fault said = fault.fault();
        assertTrue(said.message().contains("it opens with a passphrase"), said.message());
        assertFalse(said.remedy().isEmpty());
    }

    @Test
    void isCheckedQuickAndFullWithoutAKeyAndDeepWithOne() throws Exception {
        assertEquals(State.SOUND, Archive.verify(file, Level.QUICK, Verification.Listener.NONE).state());
        assertEquals(State.SOUND, Archive.verify(file, Level.FULL, Verification.Listener.NONE).state());
        FaultException fault = assertThrows(FaultException.class,
                () -> Archive.verify(file, Level.DEEP, Verification.Listener.NONE));
        assertEquals(FaultKind.WRONG_KEY, fault.kind());
        Verification deep = Archive.verify(file, ArchiveKeys.of(identity), Level.DEEP, Verification.Listener.NONE);
        assertEquals(List.of(), deep.problems());
        assertEquals(messages.size(), deep.messages());
    }

    @Test
    void aResumeNeedsAKeyAndThenGoesOn() throws Exception {
        Path broken = folder.resolve("b.msgdb");
        Protection forRecipient = Protection.of(new SlotLock.ForRecipient(identity.recipient()));
        WriterOptions options = TestArchives.options().protectedBy(forRecipient);
        try (ArchiveWriter writer = ArchiveWriter.create(broken, TestArchives.run(messages, 2), options)) {
            TestArchives.append(writer, messages.subList(0, 1_000));
            writer.commit();
        }
        FaultException fault = assertThrows(FaultException.class,
                () -> ArchiveWriter.resume(broken, TestArchives.PLAN_HASH, options).close());
        assertEquals(FaultKind.WRONG_KEY, fault.kind());
        WriterOptions withKey = options.protectedBy(forRecipient.with(ArchiveKeys.of(identity)));
        try (ArchiveWriter writer = ArchiveWriter.resume(broken, TestArchives.PLAN_HASH, withKey)) {
            for (Message message : messages) {
                Checkpoint checkpoint = writer.checkpoints().get(message.partition());
                if (checkpoint.next().compareTo(message.position()) <= 0) {
                    writer.append(TestArchives.ORDERS, message);
                }
            }
            TestArchives.complete(writer);
        }
        Verification deep = Archive.verify(broken, ArchiveKeys.of(identity), Level.DEEP, Verification.Listener.NONE);
        assertEquals(List.of(), deep.problems());
        assertEquals(messages.size(), deep.messages());
    }

    @Test
    void aPlainArchiveIsNotContinuedAsAnEncryptedOne() throws Exception {
        Path plain = folder.resolve("b.msgdb");
        ArchiveWriter.create(plain, TestArchives.run(messages, 2), TestArchives.options()).close();
        WriterOptions options = TestArchives.options().protectedBy(
                Protection.of(new SlotLock.ForRecipient(identity.recipient())));
        FaultException fault = assertThrows(FaultException.class,
                () -> ArchiveWriter.resume(plain, TestArchives.PLAN_HASH, options).close());
        assertEquals(FaultKind.REFUSED, fault.kind());
    }

    @Test
    void anotherPlanIsRefusedThoughItsHashIsKeyed() {
        Path broken = folder.resolve("b.msgdb");
        Protection protection = Protection.of(SlotLock.passphrase(PASSPHRASE, 1_000));
        WriterOptions options = TestArchives.options().protectedBy(protection);
        FaultException fault = assertThrows(FaultException.class, () -> {
            ArchiveWriter.create(broken, TestArchives.run(messages, 2), options).close();
            ArchiveWriter.resume(broken, Bytes.utf8("another"), options).close();
        });
        assertEquals(FaultKind.REFUSED, fault.kind());
    }

    private List<Message> read(dev.brokerscope.archive.crypt.ArchiveKey key) throws Exception {
        try (Archive archive = Archive.open(file, ArchiveKeys.of(key))) {
            return TestArchives.read(archive).messages();
        }
    }
}
