package dev.brokerscope.plugin.rabbitmq;

import com.rabbitmq.client.impl.ClientVersion;
import dev.brokerscope.api.broker.BrokerDescriptor;
import dev.brokerscope.api.broker.BrokerPlugin;
import dev.brokerscope.api.broker.Host;
import dev.brokerscope.api.broker.Session;
import dev.brokerscope.api.broker.TestStep;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.settings.Settings;
import dev.brokerscope.api.settings.SettingsSchema;
import dev.brokerscope.plugin.rabbitmq.connect.RabbitConfig;
import dev.brokerscope.plugin.rabbitmq.connect.RabbitKinds;
import dev.brokerscope.plugin.rabbitmq.connect.RabbitSettings;
import java.util.Optional;
import java.util.function.Consumer;

/// RabbitMQ: queues, which are browsed with consent, streams, and exchanges, which are tapped. Servers from 3.10 on.
public final class RabbitPlugin implements BrokerPlugin {

    @Override
    public BrokerDescriptor descriptor() {
        return new BrokerDescriptor("rabbitmq", "RabbitMQ", "0.1.0", "amqp-client " + ClientVersion.VERSION, "3.10",
                false, RabbitKinds.ALL);
    }

    @Override
    public SettingsSchema settings() {
        return RabbitSettings.SCHEMA;
    }

    @Override
    public Session connect(Settings settings, Host host) throws FaultException, InterruptedException {
        return RabbitSession.connect(RabbitConfig.of(settings, host));
    }

    @Override
    public Optional<WriteAccess> writeAccess() {
        return Optional.of((settings, host) -> new RabbitWritableSession(
                RabbitSession.connect(RabbitConfig.of(settings, host))));
    }

    @Override
    public void test(Settings settings, Host host, Consumer<TestStep> report) throws InterruptedException {
        new RabbitConnectionTest(settings, host, report).run();
    }

    @Override
    public Optional<Settings> importText(String text) {
        return RabbitImport.parse(text);
    }
}
