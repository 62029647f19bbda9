package dev.brokerscope.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brokerscope.api.decode.RegisteredSchema;
import dev.brokerscope.api.decode.Sample;
import dev.brokerscope.api.decode.SchemaId;
import dev.brokerscope.api.message.Bytes;
import dev.brokerscope.api.message.Header;
import dev.brokerscope.api.message.HeaderType;
import dev.brokerscope.api.message.Headers;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.api.message.TimestampType;
import dev.brokerscope.archive.block.Sha;
import dev.brokerscope.archive.crypt.Identity;
import dev.brokerscope.archive.crypt.Protection;
import dev.brokerscope.archive.crypt.SlotLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// No byte of a message, and nothing that was searched for, stands in an encrypted archive; nor can it be guessed by
/// hashing. Any SQLite tool shows the manifest.
class NothingLeaksTest {

    private static final String PLAN =
            "{\"slices\":[\"orders\"],\"isolation\":\"committed\",\"filter\":\"value:CANARY-FILTER\"}";

    @TempDir
    Path folder;

    private static List<Message> messages() {
        List<Message> messages = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            messages.add(Message.at(0, 0, i).timestamp(1_700_000_000_000L + i, TimestampType.CREATE)
                    .key(Bytes.utf8("CANARY-KEY-" + i).toArray())
                    .value(Bytes.utf8("CANARY-VALUE " + "x".repeat(2_000)).toArray())
                    .headers(Headers.of(new Header(Bytes.utf8("CANARY-NAME"), HeaderType.BYTES,
                            Optional.of(Bytes.utf8("CANARY-HEADER")))))
                    .build());
        }
        return messages;
    }

    private static RunStart run(List<Message> messages) {
        RunStart plain = TestArchives.run(messages, 1);
        return new RunStart(plain.source(), plain.kind(), RunFidelity.FILTERED, PLAN,
                Bytes.wrap(Sha.start().digest(PLAN.getBytes(StandardCharsets.UTF_8))), plain.isolation(), plain.actor(),
                plain.host(), plain.writer(), plain.startedAt(), plain.cutAt(), plain.channels());
    }

    private Path write() throws Exception {
        Path file = folder.resolve("a.msgdb");
        List<Message> messages = messages();
        WriterOptions options = TestArchives.options()
                .protectedBy(Protection.of(new SlotLock.ForRecipient(Identity.generate().recipient())))
                .compressed(dev.brokerscope.archive.block.Compression.NONE);
        try (ArchiveWriter writer = ArchiveWriter.create(file, run(messages), options)) {
            TestArchives.append(writer, messages);
            writer.schema(TestArchives.ORDERS, Sample.Side.VALUE, new RegisteredSchema(new SchemaId("id:1"), "file",
                    "avro", "\"SCHEMA-TEXT\"", List.of(), List.of()), 0);
            writer.commit();
            assertNowhere();
            TestArchives.complete(writer);
        }
        return file;
    }

    private void assertNowhere() throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
                assertFalse(bytes.contains("CANARY"), file + " holds a byte of a message");
            }
        }
    }

    @Test
    void noByteOfAMessageStandsInAnyFile() throws Exception {
        Path file = write();
        assertNowhere();
        assertTrue(Files.readString(file, StandardCharsets.ISO_8859_1).contains("SCHEMA-TEXT"), "schemas are readable");
    }

    @Test
    void anySqliteToolShowsTheManifest() throws Exception {
        Path file = write();
        try (Connection db = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = db.createStatement()) {
            assertEquals("300", one(statement, "SELECT sum(messages) FROM coverage"));
            assertEquals("orders", one(statement, "SELECT name FROM channel"));
            assertEquals("encryption", one(statement, "SELECT name FROM feature WHERE required = 1"));
            assertEquals("recipient", one(statement, "SELECT kind FROM key_slot"));
            assertTrue(one(statement, "SELECT plan FROM run").contains("\"filter\":\"value:…\""));
        }
    }

    @Test
    void hashesTellNothingToWhoGuessesTheContents() throws Exception {
        Path file = write();
        Bytes planHash = run(messages()).planHash();
        try (Archive archive = Archive.open(file)) {
            assertNotEquals(planHash, archive.contents().runs().getFirst().planHash());
            List<ContentCut> cuts = archive.contentCuts(TestArchives.ORDERS, 0);
            ContentHasher hasher = new ContentHasher(TestArchives.ATTRIBUTES, ContentMask.ALL);
            messages().subList(0, (int) cuts.getFirst().count()).forEach(hasher::add);
            assertNotEquals(hasher.cut(), cuts.getFirst().hash());
        }
    }

    private static String one(Statement statement, String sql) throws Exception {
        try (ResultSet row = statement.executeQuery(sql)) {
            assertTrue(row.next(), sql);
            return row.getString(1);
        }
    }
}
