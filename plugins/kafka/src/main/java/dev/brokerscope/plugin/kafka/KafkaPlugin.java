package dev.brokerscope.plugin.kafka;

import dev.brokerscope.api.broker.BrokerDescriptor;
import dev.brokerscope.api.broker.BrokerPlugin;
import dev.brokerscope.api.broker.Host;
import dev.brokerscope.api.broker.Session;
import dev.brokerscope.api.broker.TestStep;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.channel.ChannelKind;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.settings.Settings;
import dev.brokerscope.api.settings.SettingsSchema;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Consumer;

/// Apache Kafka.
public final class KafkaPlugin implements BrokerPlugin {

    static final ChannelKind TOPIC = new ChannelKind("topic", "topic", "Topics", "layers");

    static ChannelId topic(String name) {
        return ChannelId.of(TOPIC.id(), name);
    }

    @Override
    public BrokerDescriptor descriptor() {
        return new BrokerDescriptor("kafka", "Apache Kafka", "0.1.0", "kafka-clients " + clientVersion(), "4.4", true,
                List.of(TOPIC));
    }

    @Override
    public SettingsSchema settings() {
        return KafkaSettings.SCHEMA;
    }

    @Override
    public Session connect(Settings settings, Host host) throws FaultException, InterruptedException {
        return KafkaSession.connect(settings, host);
    }

    @Override
    public Optional<WriteAccess> writeAccess() {
        return Optional.of((settings, host) -> new KafkaWritableSession(KafkaSession.connect(settings, host)));
    }

    @Override
    public void test(Settings settings, Host host, Consumer<TestStep> report) throws InterruptedException {
        new KafkaConnectionTest(settings, host, report).run();
    }

    @Override
    public Optional<Settings> importText(String text) {
        return KafkaImport.parse(text);
    }

    private static String clientVersion() {
        Properties version = new Properties();
        try (InputStream in = KafkaPlugin.class.getResourceAsStream("/kafka/kafka-version.properties")) {
            if (in != null) {
                version.load(in);
            }
        } catch (IOException unreadable) {
            return "of unknown version";
        }
        return version.getProperty("version", "of unknown version");
    }
}
