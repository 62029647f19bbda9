package dev.brokerscope.archive;

import dev.brokerscope.api.broker.Session;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.testkit.SessionContract;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/// An archive is a session like that of a broker.
class ArchiveContractTest extends SessionContract {

    private final List<Message> messages = TestArchives.messages(400, 3);
    private Archive archive;

    @BeforeAll
    void write(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("contract.msgdb");
        TestArchives.write(file, messages, 3);
        archive = Archive.open(file);
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
}
