package dev.brokerscope.plugin.redis;

import dev.brokerscope.api.broker.Session;
import dev.brokerscope.api.broker.WritableSession;
import dev.brokerscope.api.settings.Settings;
import dev.brokerscope.redis.testkit.RedisServer;
import dev.brokerscope.testkit.TestHost;

/// Connects to a server as the program would.
record Connecting(RedisServer server) {

    Settings settings() {
        return Settings.EMPTY.with(RedisSettings.HOSTS, server.address());
    }

    Session session() throws Exception {
        return new RedisPlugin().connect(settings(), TestHost.withoutSecrets());
    }

    WritableSession writing() throws Exception {
        return new RedisPlugin().writeAccess().orElseThrow().connect(settings(), TestHost.withoutSecrets());
    }
}
