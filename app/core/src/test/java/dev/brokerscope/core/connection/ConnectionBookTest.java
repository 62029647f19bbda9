package dev.brokerscope.core.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.settings.Settings;
import dev.brokerscope.core.schema.RegistrySettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectionBookTest {

    @TempDir
    Path folder = Path.of("");

    private ConnectionBook book = new ConnectionBook(folder);

    @BeforeEach
    void open() {
        book = new ConnectionBook(folder.resolve("connections"));
    }

    private static Connection shop(String name) {
        return Connection.adHoc(name, "kafka", new Settings(Map.of("bootstrap.servers", "a:1", "password", "@env:P")))
                .at(Stage.TEST).readOnly(false).coloured(Optional.of("#aabbcc"))
                .with(Optional.of(RegistrySettings.at("http://registry:8081")));
    }

    @Test
    void givesBackWhatWasSaved() throws Exception {
        book.save(shop("Geschäft: 1/2".replace("/", "-")));
        assertEquals(shop("Geschäft: 1-2").asSaved(), book.get("Geschäft: 1-2"));
        assertEquals(1, book.list().size());
    }

    @Test
    void aCopyGetsTheNextFreeName() throws Exception {
        book.save(shop("shop"));
        assertEquals("shop 2", book.duplicate("shop").name());
        assertEquals("shop 3", book.duplicate("shop").name());
        assertEquals(List.of("shop", "shop 2", "shop 3"), book.list().stream().map(Connection::name).toList());
    }

    @Test
    void anUnknownNameSuggestsTheNearest() throws Exception {
        book.save(shop("orders-prod"));
        FaultException e = assertThrows(FaultException.class, () -> book.get("orders-prd"));
        assertEquals(FaultKind.NOT_FOUND, e.kind());
        assertTrue(e.fault().remedy().contains("orders-prod"));
    }

    @Test
    void whatIsRemovedIsGone() throws Exception {
        book.save(shop("shop"));
        assertTrue(book.remove("shop"));
        assertEquals(Optional.empty(), book.find("shop"));
    }

    @Test
    void aBrokenFileIsListedWithItsReasonAndTheRestWorks() throws Exception {
        book.save(shop("shop"));
        Path connections = folder.resolve("connections");
        Files.writeString(connections.resolve("cut.json"), "{\"version\":1,\n \"name\"");
        Files.writeString(connections.resolve("stage.json"),
                "{\"version\":1,\"name\":\"x\",\"broker\":\"kafka\",\"stage\":\"prod\"}");
        Files.writeString(connections.resolve("newer.json"), "{\"version\":99}");
        Files.writeString(connections.resolve("nested.json"), "{\"version\":1,\"name\":\"x\",\"broker\":\"kafka\","
                + "\"stage\":\"test\",\"settings\":{\"a\":{}}}");
        ConnectionBook.Contents contents = book.contents();
        assertEquals(1, contents.connections().size());
        String reasons = contents.broken().toString();
        assertEquals(4, contents.broken().size());
        assertTrue(reasons.contains("line 2") && reasons.contains("not \"prod\"") && reasons.contains("newer")
                && reasons.contains("\"a\""), reasons);
    }

    @Test
    void aFileThatSaysNothingIsReadOnly() throws Exception {
        Files.createDirectories(folder.resolve("connections"));
        Files.writeString(folder.resolve("connections/x.json"),
                "{\"version\":1,\"name\":\"x\",\"broker\":\"kafka\",\"stage\":\"test\"}");
        assertTrue(book.get("x").readOnly());
    }

    @Test
    void namesThatLookLikePathsAreNone() {
        for (String name : List.of("", " x", "a/b", "a\\b", "a.msgdb", "a::b", "a\nb", "x".repeat(101))) {
            assertTrue(ConnectionBook.problemOf(name).isPresent(), name);
        }
    }
}
