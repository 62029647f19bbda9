package dev.brokerscope.plugin.rabbitmq;

import dev.brokerscope.api.broker.Session;
import dev.brokerscope.api.broker.WritableSession;
import dev.brokerscope.api.settings.Settings;
import dev.brokerscope.plugin.rabbitmq.connect.RabbitSettings;
import dev.brokerscope.rabbitmq.testkit.RabbitServer;
import dev.brokerscope.testkit.TestHost;

/// Connects to a server as the program would.
record Connecting(Settings settings) {

    /// With the management API.
    static Connecting to(RabbitServer server) {
        return bare(server).with(RabbitSettings.MANAGEMENT_URL, server.management().url());
    }

    /// By AMQP alone.
    static Connecting bare(RabbitServer server) {
        return new Connecting(Settings.EMPTY.with(RabbitSettings.HOSTS, server.address())
                .with(RabbitSettings.STREAM_HOSTS, "127.0.0.1:" + server.streamPort()));
    }

    Connecting with(String key, String value) {
        return new Connecting(settings.with(key, value));
    }

    Session session() throws Exception {
        return new RabbitPlugin().connect(settings, TestHost.withoutSecrets());
    }

    WritableSession writing() throws Exception {
        return new RabbitPlugin().writeAccess().orElseThrow().connect(settings, TestHost.withoutSecrets());
    }
}
