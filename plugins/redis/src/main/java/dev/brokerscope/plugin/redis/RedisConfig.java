package dev.brokerscope.plugin.redis;

import dev.brokerscope.api.broker.Host;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.message.Bytes;
import dev.brokerscope.api.settings.Settings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLSocketFactory;
import redis.clients.jedis.HostAndPort;

/// The settings of one connection, understood.
///
/// @param tls absent where the port speaks plain text
record RedisConfig(RedisMode mode, List<HostAndPort> hosts, SignIn signIn, SignIn sentinelSignIn, int database,
        Optional<SSLSocketFactory> tls, Duration timeout, EntryForm form) {

    /// How a client finds the server.
    enum RedisMode {
        STANDALONE, SENTINEL, CLUSTER
    }

    /// @param master the name that sentinels know, else empty
    record SignIn(String user, char[] password, String master) {

        boolean isNeeded() {
            return password.length > 0;
        }
    }

    static RedisConfig of(Settings settings, Host host) throws FaultException {
        RedisMode mode = RedisMode.valueOf(settings.get(RedisSettings.MODE, "standalone").toUpperCase(
                java.util.Locale.ROOT));
        String master = settings.get(RedisSettings.MASTER, "");
        return new RedisConfig(mode, hosts(settings),
                new SignIn(settings.get(RedisSettings.USER, ""), secret(settings, RedisSettings.PASSWORD, host), ""),
                new SignIn(settings.get(RedisSettings.SENTINEL_USER, ""),
                        secret(settings, RedisSettings.SENTINEL_PASSWORD, host), master),
                mode == RedisMode.CLUSTER ? 0 : settings.whole(RedisSettings.DATABASE, 0),
                settings.flag(RedisSettings.TLS, false) ? Optional.of(RedisTls.factory(settings, host))
                        : Optional.empty(),
                settings.span(RedisSettings.TIMEOUT, Duration.ofSeconds(15)), form(settings));
    }

    private static EntryForm form(Settings settings) {
        List<Bytes> fields =
                Arrays.stream(settings.get(RedisSettings.VALUE_FIELDS, RedisSettings.DEFAULT_VALUE_FIELDS)
                        .split(",", -1)).map(String::strip).filter(f -> !f.isEmpty()).map(Bytes::utf8).toList();
        return new EntryForm(fields, Bytes.utf8(settings.get(RedisSettings.KEY_FIELD)
                .orElse(RedisSettings.DEFAULT_KEY_FIELD).strip()));
    }

    static List<HostAndPort> hosts(Settings settings) {
        List<HostAndPort> hosts = new ArrayList<>();
        for (String host : settings.get(RedisSettings.HOSTS, "localhost").split(",", -1)) {
            String text = host.strip();
            int colon = text.lastIndexOf(':');
            boolean port = colon > 0 && !text.endsWith("]");
            hosts.add(new HostAndPort(port ? text.substring(0, colon) : text,
                    port ? Integer.parseInt(text.substring(colon + 1)) : RedisSettings.PORT));
        }
        return List.copyOf(hosts);
    }

    private static char[] secret(Settings settings, String key, Host host) throws FaultException {
        Optional<String> reference = settings.get(key).filter(r -> !r.isBlank());
        return reference.isPresent() ? host.secret(reference.get()) : new char[0];
    }

    /// Once nobody signs in any more.
    void wipe() {
        Arrays.fill(signIn.password, '\0');
        Arrays.fill(sentinelSignIn.password, '\0');
    }
}
