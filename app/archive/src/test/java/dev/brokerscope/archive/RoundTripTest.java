package dev.brokerscope.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brokerscope.api.message.Bytes;
import dev.brokerscope.api.message.Header;
import dev.brokerscope.api.message.HeaderType;
import dev.brokerscope.api.message.Headers;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.api.message.Position;
import dev.brokerscope.api.message.TimestampType;
import dev.brokerscope.testkit.Readout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is written is read back, bit by bit.
class RoundTripTest {

    @TempDir
    Path folder;

    @Test
    void readsEveryFieldOfEveryMessageBack() throws Exception {
        List<Message> messages = TestArchives.messages(900, 3);
        assertReadBack(messages, 3);
    }

    @Test
    void keepsAttributes() throws Exception {
        List<Message> messages = TestArchives.messages(200, 2);
        Path file = folder.resolve("a.msgdb");
        TestArchives.write(file, messages, 2);
        try (Archive archive = Archive.open(file)) {
            assertEquals(attributes(messages), attributes(TestArchives.read(archive).messages()));
        }
    }

    private static List<String> attributes(List<Message> messages) {
        List<String> all = new ArrayList<>();
        for (Message message : Readout.byPartition(messages).values().stream().flatMap(List::stream).toList()) {
            for (int i = 0; i < TestArchives.ATTRIBUTES.size(); i++) {
                all.add(message + " " + message.attribute(i));
            }
        }
        return all;
    }

    @Test
    void keepsNullEmptyAndAbsentApart() throws Exception {
        Headers headers = Headers.of(Header.of("dup", "1"), Header.ofNull("dup"), Header.of("dup", Bytes.EMPTY),
                Header.of("", "no name"),
                new Header(Bytes.hex("ff00"), HeaderType.INT32, Optional.of(Bytes.hex("00000001"))));
        assertReadBack(List.of(
                Message.at(0, 0, 0).build(),
                Message.at(0, 0, 1).key(new byte[0]).value(new byte[0]).headers(headers).build(),
                Message.at(0, 0, 2).key(new byte[]{1}).headers(headers).build()), 1);
    }

    @Test
    void keepsAbsurdTimestamps() throws Exception {
        List<Message> messages = new ArrayList<>();
        long[] times = {0, -1, Long.MIN_VALUE, Long.MAX_VALUE, 1_795_340_527_318L, -62_135_596_800_001L};
        for (TimestampType type : TimestampType.values()) {
            for (long time : times) {
                messages.add(Message.at(0, 0, messages.size()).timestamp(time, type).nanos(messages.size() * 1_000)
                        .build());
            }
        }
        assertReadBack(messages, 1);
    }

    @Test
    void keepsAMessageOfTwentyMegabytesInPieces() throws Exception {
        byte[] large = new byte[20 << 20];
        new Random(1).nextBytes(large);
        List<Message> messages = List.of(Message.at(0, 0, 0).value(new byte[]{1}).build(),
                Message.at(0, 0, 1).value(large).build(), Message.at(0, 0, 2).value(new byte[]{2}).build());
        assertReadBack(messages, 1);
        try (Archive archive = Archive.open(folder.resolve("b.msgdb"))) {
            assertEquals(List.of(1L, 1L, 1L),
                    archive.contentCuts(TestArchives.ORDERS, 0).stream().map(ContentCut::count).toList());
        }
    }

    @Test
    void readsOneMessageByItsPosition() throws Exception {
        List<Message> messages = TestArchives.messages(300, 2);
        Path file = folder.resolve("c.msgdb");
        TestArchives.write(file, messages, 2);
        try (Archive archive = Archive.open(file)) {
            Message wanted = messages.get(200);
            Message found = archive.message(TestArchives.ORDERS, wanted.position()).orElseThrow();
            assertEquals(Optional.empty(), Readout.difference(List.of(wanted), List.of(found)));
            assertTrue(archive.message(TestArchives.ORDERS, Position.of(0, 4_711)).isEmpty());
        }
    }

    @Test
    void keepsPositionsOfTwoNumbers() throws Exception {
        List<Message> messages = List.of(Message.at(0, 1_700_000_000_000L, 0).build(),
                Message.at(0, 1_700_000_000_000L, 7).build(), Message.at(0, 1_700_000_000_005L, 2).build(),
                Message.at(0, 1_700_000_000_005L, 3).build());
        Path file = folder.resolve("redis.msgdb");
        ChannelStart template = TestArchives.channel(TestArchives.ORDERS,
                List.of(TestArchives.range(new Position(0, 0, 0), new Position(0, 1_700_000_000_005L, 4))));
        ChannelStart channel = new ChannelStart(template.channel(), "", TestArchives.profile(false),
                template.attributes(), template.definition(), template.ranges(), List.of());
        try (ArchiveWriter writer = ArchiveWriter.create(file, TestArchives.run(channel), TestArchives.options())) {
            TestArchives.append(writer, messages);
            TestArchives.complete(writer);
        }
        try (Archive archive = Archive.open(file)) {
            Readout readout = TestArchives.read(archive);
            assertEquals(Optional.empty(), Readout.difference(messages, readout.messages()));
            assertEquals(List.of(), readout.events());
        }
        assertEquals(Verification.State.SOUND,
                Archive.verify(file, Verification.Level.DEEP, Verification.Listener.NONE).state());
    }

    private void assertReadBack(List<Message> messages, int partitions) throws Exception {
        Path file = folder.resolve("b.msgdb");
        TestArchives.write(file, messages, partitions);
        try (Archive archive = Archive.open(file)) {
            assertEquals(Optional.empty(), Readout.difference(messages, TestArchives.read(archive).messages()));
        }
        Verification deep = Archive.verify(file, Verification.Level.DEEP, Verification.Listener.NONE);
        assertEquals(List.of(), deep.problems());
        assertEquals(Verification.State.SOUND, deep.state());
        assertEquals(messages.size(), deep.messages());
        assertFalse(Files.exists(folder.resolve("b.msgdb.partial")) || Files.exists(folder.resolve("b.msgdb.lock")));
    }
}
