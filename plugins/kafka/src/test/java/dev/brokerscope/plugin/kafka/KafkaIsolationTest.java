package dev.brokerscope.plugin.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brokerscope.api.broker.BrokerPlugin;
import dev.brokerscope.api.broker.ListQuery;
import dev.brokerscope.api.broker.OpenRequest;
import dev.brokerscope.api.broker.PublishRequest;
import dev.brokerscope.api.broker.Session;
import dev.brokerscope.api.broker.WritableSession;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.message.AttributeSchema;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.kafka.testkit.KafkaServer;
import dev.brokerscope.kafka.testkit.Listener;
import dev.brokerscope.kafka.testkit.Topics;
import dev.brokerscope.testkit.IsolatedPlugin;
import dev.brokerscope.testkit.Publishing;
import dev.brokerscope.testkit.Readout;
import dev.brokerscope.testkit.SeededMessages;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The plugin as users get it: its folder of jars, in a class loader that shows it the API and nothing else of ours.
@ExtendWith(GuardedKafka.class)
final class KafkaIsolationTest {

    private final KafkaServer server;

    KafkaIsolationTest(KafkaServer server) {
        this.server = server;
    }

    @Test
    void worksFromItsFolderAlone() throws Exception {
        try (IsolatedPlugin isolated = IsolatedPlugin.load(IsolatedPlugin.OF_THIS_MODULE)) {
            BrokerPlugin plugin = isolated.broker();
            assertSame(isolated.loader(), plugin.getClass().getClassLoader());
            assertEquals("kafka-clients 4.4.0", plugin.descriptor().clientLibrary());
            Connecting connecting = new Connecting(server);
            for (Listener listener : Listener.values()) {
                isolated.within(() -> {
                    try (Session session = plugin.connect(connecting.settings(listener), Connecting.host())) {
                        assertTrue(session.list(Optional.empty(), ListQuery.ALL).next().isEmpty());
                    }
                    return true;
                });
            }
            ChannelId topic = ChannelId.of("topic", new Topics(server).create(Topics.fresh("isolated"), 1,
                    Map.of("max.message.bytes", "4000000")));
            isolated.within(() -> restore(plugin, topic, connecting));
        }
    }

    @Test
    void signsInByTokenBesideAnotherCopyOfKafka() throws Exception {
        Connecting connecting = new Connecting(server);
        for (int copy = 0; copy < 2; copy++) {
            try (IsolatedPlugin isolated = IsolatedPlugin.load(IsolatedPlugin.OF_THIS_MODULE)) {
                BrokerPlugin plugin = isolated.broker();
                isolated.within(() -> signIn(plugin, connecting));
            }
        }
        assertTrue(signIn(new KafkaPlugin(), connecting));
    }

    private static boolean signIn(BrokerPlugin plugin, Connecting connecting) throws Exception {
        try (Session session = plugin.connect(connecting.settings(Listener.SASL_OAUTH), Connecting.host())) {
            return session.clusterId().isPresent();
        }
    }

    private static boolean restore(BrokerPlugin plugin, ChannelId topic, Connecting connecting) throws Exception {
        List<Message> messages = SeededMessages.ofThisRun().generate(30, 1);
        try (WritableSession session = plugin.writeAccess().orElseThrow()
                .connect(connecting.settings(Listener.PLAIN).with("compression.type", "zstd"), Connecting.host())) {
            Publishing.allOf(session, PublishRequest.restore(topic), messages,
                    AttributeSchema.EMPTY);
            List<Message> read = Readout.of(session, OpenRequest.everything(topic)).messages();
            assertEquals(Optional.empty(), Readout.difference(messages, read));
        }
        return true;
    }
}
