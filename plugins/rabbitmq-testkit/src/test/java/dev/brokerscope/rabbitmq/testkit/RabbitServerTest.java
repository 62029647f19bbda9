package dev.brokerscope.rabbitmq.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The server itself, with everything at once: TLS, management, a restart.
@ExtendWith(SharedRabbit.class)
final class RabbitServerTest {

    @Test
    void keepsWhatIsOnDiskThroughARestartAndLeavesNothingWhenClosed() throws Exception {
        RabbitServer server = RabbitServer.start(RabbitSetup.USUAL.secured());
        Path folder = server.folder();
        Path user = server.certificates().clientKeyStore();
        try (server) {
            server.management().put("/api/queues/%2f/kept", "{\"durable\":true}");
            assertTrue(Files.exists(user));
            server.restart();
            assertTrue(server.management().get("/api/queues/%2f/kept").contains("\"kept\""));
            assertTrue(server.control("list_queues", "name").contains("kept"));
        }
        assertFalse(Files.exists(folder));
        try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
            assertEquals(0, all.filter(process -> String.join(" ", process.info().arguments().orElse(new String[0]))
                    .contains(folder.toString())).count());
        }
    }
}
