package dev.brokerscope.core.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditLogTest {

    @TempDir
    Path folder = Path.of("");

    private AuditLog log = new AuditLog(folder);

    @BeforeEach
    void writeThree() throws Exception {
        log = new AuditLog(folder.resolve("state/audit.jsonl"));
        log.record("write.open", "shop", Map.of("purpose", "restore of \"a\""));
        log.record("write.publish", "shop", Map.of("channel", "orders"));
        new AuditLog(log.file()).record("write.published", "shop", Map.of("messages", "12"));
    }

    private void rewrite(List<String> lines) throws Exception {
        Files.write(log.file(), lines);
    }

    private List<String> lines() throws Exception {
        return new ArrayList<>(Files.readAllLines(log.file()));
    }

    @Test
    void keepsWhatWasDoneInOrder() throws Exception {
        assertEquals(List.of("write.open", "write.publish", "write.published"),
                log.entries().stream().map(AuditEntry::action).toList());
        assertEquals("restore of \"a\"", log.entries().getFirst().details().get("purpose"));
        assertEquals(Optional.empty(), log.firstBroken());
    }

    @Test
    void aChangedLineIsFound() throws Exception {
        List<String> lines = lines();
        lines.set(1, lines.get(1).replace("orders", "invoices"));
        rewrite(lines);
        assertEquals(Optional.of(2), log.firstBroken());
    }

    @Test
    void aRemovedLineIsFound() throws Exception {
        List<String> lines = lines();
        lines.remove(1);
        rewrite(lines);
        assertEquals(Optional.of(2), log.firstBroken());
    }

    @Test
    void swappedLinesAreFound() throws Exception {
        List<String> lines = lines();
        lines.addFirst(lines.remove(1));
        rewrite(lines);
        assertEquals(Optional.of(1), log.firstBroken());
    }

    @Test
    void whatCannotBeAuditedIsAFault() throws Exception {
        Files.writeString(folder.resolve("file"), "in the way");
        FaultException e = assertThrows(FaultException.class,
                () -> new AuditLog(folder.resolve("file/audit.jsonl")).record("write.open", "shop", Map.of()));
        assertEquals(FaultKind.FILE_ACCESS, e.kind());
    }
}
