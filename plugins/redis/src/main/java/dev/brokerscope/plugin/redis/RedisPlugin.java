package dev.brokerscope.plugin.redis;

import dev.brokerscope.api.broker.BrokerDescriptor;
import dev.brokerscope.api.broker.BrokerPlugin;
import dev.brokerscope.api.broker.Host;
import dev.brokerscope.api.broker.Session;
import dev.brokerscope.api.broker.TestStep;
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

/// Redis Streams: one server, one watched by sentinels, or a cluster. Servers from 6.2 on.
public final class RedisPlugin implements BrokerPlugin {

    static final ChannelKind STREAM = new ChannelKind("stream", "stream", "Streams", "waves");

    @Override
    public BrokerDescriptor descriptor() {
        return new BrokerDescriptor("redis", "Redis Streams", "0.1.0", "jedis " + clientVersion(), "7.0", false,
                List.of(STREAM));
    }

    @Override
    public SettingsSchema settings() {
        return RedisSettings.SCHEMA;
    }

    @Override
    public Session connect(Settings settings, Host host) throws FaultException, InterruptedException {
        return RedisSession.connect(RedisConfig.of(settings, host));
    }

    @Override
    public Optional<WriteAccess> writeAccess() {
        return Optional.of((settings, host) -> new RedisWritableSession(
                RedisSession.connect(RedisConfig.of(settings, host))));
    }

    @Override
    public void test(Settings settings, Host host, Consumer<TestStep> report) throws InterruptedException {
        new RedisConnectionTest(settings, host, report).run();
    }

    @Override
    public Optional<Settings> importText(String text) {
        return RedisImport.parse(text);
    }

    private static String clientVersion() {
        Properties version = new Properties();
        try (InputStream in = RedisPlugin.class
                .getResourceAsStream("/META-INF/maven/redis.clients/jedis/pom.properties")) {
            if (in != null) {
                version.load(in);
            }
        } catch (IOException unreadable) {
            return "of unknown version";
        }
        return version.getProperty("version", "of unknown version");
    }
}
