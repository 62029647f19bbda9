package dev.brokerscope.desktop.wizard;

import dev.brokerscope.api.broker.AckListener;
import dev.brokerscope.api.broker.ChannelCreation;
import dev.brokerscope.api.broker.PublishRequest;
import dev.brokerscope.api.broker.Publisher;
import dev.brokerscope.api.broker.WritableSession;
import dev.brokerscope.api.channel.ChannelDefinition;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.channel.SettingOrigin;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.message.AttributeSchema;
import dev.brokerscope.api.message.Header;
import dev.brokerscope.api.message.Headers;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.api.message.Position;
import dev.brokerscope.api.message.TimestampType;
import dev.brokerscope.core.Engine;
import dev.brokerscope.core.connection.Connection;
import dev.brokerscope.core.connection.WritePermit;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Fills a broker in memory with the channels of a shop, through the write gate.
public record ShopBroker(Engine engine, Connection connection) {

    private static final long NOON = 1_795_348_800_000L;
    private static final AckListener DEAF = new AckListener() {
        @Override
        public void acknowledged(long token, Optional<Position> position) {
        }

        @Override
        public void failed(long token, FaultException why) {
            throw new AssertionError(why);
        }
    };

    public static ChannelId id(String channel) {
        return ChannelId.of("channel", channel);
    }

    public void fill() throws FaultException, InterruptedException {
        channel("payments", 12, 4_800);
        channel("order-events", 6, 2_400);
        channel("customer-profile", 3, 300);
        channel("shipments.eu", 4, 900);
        channel("audit.log", 8, 1_600);
        channel("payments.dlq", 1, 17);
    }

    public void channel(String name, int partitions, int messages) throws FaultException, InterruptedException {
        WritePermit permit = WritePermit.unlocked("test data").typed(connection.name());
        try (WritableSession session = engine.writeGate().open(connection, permit)) {
            session.writeExtension(ChannelCreation.class).orElseThrow().create(id(name),
                    new ChannelDefinition(partitions,
                            Optional.empty(),
                            List.of(new ChannelDefinition.Setting("retention.ms", Optional.of("604800000"),
                                    SettingOrigin.SET, false))));
            List<Message> all = new ArrayList<>();
            for (int i = 0; i < messages; i++) {
                all.add(message(name, i, partitions));
            }
            try (Publisher publisher = session.publisher(PublishRequest.restore(id(name)), DEAF)) {
                publisher.publish(all, 0, AttributeSchema.EMPTY);
                publisher.flush(Duration.ofSeconds(20));
            }
        }
    }

    private static Message message(String name, int i, int partitions) {
        String value = "{\"id\":\"" + name + "-" + i + "\",\"amount\":" + i * 7 % 900 + ".50,\"currency\":\"EUR\","
                + "\"status\":\"" + List.of("PENDING", "AUTHORISED", "DECLINED").get(i % 3) + "\"}";
        return Message.at(i % partitions, 0, i / partitions)
                .timestamp(NOON - (5_000L - i) * 60_000, TimestampType.CREATE)
                .key(("PAY-" + i % 97).getBytes(StandardCharsets.UTF_8))
                .value(i % 53 == 7 ? null : value.getBytes(StandardCharsets.UTF_8))
                .headers(Headers.of(List.of(Header.of("source", "shop"))))
                .build();
    }
}
