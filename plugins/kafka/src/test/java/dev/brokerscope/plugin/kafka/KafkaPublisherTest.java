package dev.brokerscope.plugin.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brokerscope.api.broker.PublishRequest;
import dev.brokerscope.api.broker.WritableSession;
import dev.brokerscope.api.channel.Keep;
import dev.brokerscope.api.channel.MessagePart;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.api.message.TimestampType;
import dev.brokerscope.kafka.testkit.KafkaServer;
import dev.brokerscope.kafka.testkit.Listener;
import dev.brokerscope.kafka.testkit.Topics;
import dev.brokerscope.testkit.Publishing;
import dev.brokerscope.testkit.Readout;
import dev.brokerscope.testkit.SeededMessages;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(GuardedKafka.class)
final class KafkaPublisherTest {

    private final KafkaServer server;
    private final Connecting connecting;

    KafkaPublisherTest(KafkaServer server) {
        this.server = server;
        this.connecting = new Connecting(server);
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "lz4", "zstd", "gzip", "snappy"})
    void writesWhatAPlainConsumerReads(String compression) throws Exception {
        String topic = new Topics(server).create(Topics.fresh("written"), 3, Map.of("max.message.bytes", "4000000"));
        List<Message> messages = SeededMessages.ofThisRun().generate(60, 3);
        try (WritableSession session = new KafkaPlugin().writeAccess().orElseThrow()
                .connect(connecting.settings(Listener.PLAIN).with("compression.type", compression),
                        Connecting.host())) {
            Publishing.allOf(session, PublishRequest.restore(KafkaPlugin.topic(topic)), messages,
                    KafkaProfile.ATTRIBUTES);
        }
        assertEquals(Optional.empty(), Readout.difference(messages, new Witness(server).messages(topic)));
    }

    @Test
    void writesANegativeTimestampAsNow() throws Exception {
        String topic = new Topics(server).create(Topics.fresh("negative"), 1, Map.of());
        Message old = Message.at(0, 0, 0).timestamp(-1_000, TimestampType.CREATE).value(new byte[]{1}).build();
        publish(topic, List.of(old));
        assertTrue(new Witness(server).messages(topic).getFirst().timestamp() > 1_700_000_000_000L);
    }

    @Test
    void declinesSingleMessagesThatAreTooLarge() throws Exception {
        String topic = new Topics(server).create(Topics.fresh("small"), 1, Map.of("max.message.bytes", "1000"));
        byte[] large = new byte[5_000];
        new Random(1).nextBytes(large);
        Publishing published = publish(topic, List.of(Message.at(0, 0, 0).value(new byte[]{1}).build(),
                Message.at(0, 0, 1).value(large).build()));
        assertEquals(FaultKind.TOO_LARGE, published.failures().get(1L).kind());
    }

    @Test
    void declinesMessagesOfPartitionsThatAreNotThere() throws Exception {
        String topic = new Topics(server).create(Topics.fresh("narrow"), 1, Map.of());
        Publishing published = publish(topic, List.of(Message.at(4, 0, 0).value(new byte[]{1}).build()));
        assertEquals(FaultKind.NOT_FOUND, published.failures().get(0L).kind());
    }

    @Test
    void saysThatTimestampsAreLostWhereTheBrokerWritesItsOwn() throws Exception {
        String topic = new Topics(server).create(Topics.fresh("append"), 1,
                Map.of("message.timestamp.type", "LogAppendTime"));
        assertEquals(Keep.LOST, publish(topic, List.of()).effective().get(MessagePart.TIMESTAMP));
    }

    private Publishing publish(String topic, List<Message> messages) throws Exception {
        try (WritableSession session = connecting.writing()) {
            return Publishing.of(session, PublishRequest.restore(KafkaPlugin.topic(topic)), messages,
                    KafkaProfile.ATTRIBUTES);
        }
    }
}
