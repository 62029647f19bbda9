package dev.brokerscope.plugin.rabbitmq;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.brokerscope.api.broker.BrokerPlugin;
import dev.brokerscope.api.broker.ListQuery;
import dev.brokerscope.api.broker.Session;
import dev.brokerscope.rabbitmq.testkit.RabbitServer;
import dev.brokerscope.rabbitmq.testkit.SharedRabbit;
import dev.brokerscope.testkit.IsolatedPlugin;
import dev.brokerscope.testkit.TestHost;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The plugin as users get it: its folder of jars, in a class loader that shows it the API and nothing else of ours.
@ExtendWith(SharedRabbit.class)
final class RabbitIsolationTest {

    private final RabbitServer server;

    RabbitIsolationTest(RabbitServer server) {
        this.server = server;
    }

    @Test
    void worksFromItsFolderAlone() throws Exception {
        try (IsolatedPlugin isolated = IsolatedPlugin.load(IsolatedPlugin.OF_THIS_MODULE)) {
            BrokerPlugin plugin = isolated.broker();
            assertSame(isolated.loader(), plugin.getClass().getClassLoader());
            assertEquals("amqp-client 5.37.0", plugin.descriptor().clientLibrary());
            try (Session session = plugin.connect(Connecting.to(server).settings(), TestHost.withoutSecrets())) {
                assertEquals(Optional.empty(), session.list(Optional.empty(), ListQuery.ALL).next());
            }
        }
    }
}
