package dev.brokerscope.plugin.redis;

import dev.brokerscope.api.settings.Settings;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/// Understands `redis://user@host:6379/0` and `rediss://…`. A password in it is left out: it is to be given as a reference.
final class RedisImport {

    private RedisImport() {}

    static Optional<Settings> parse(String text) {
        String line = text.strip();
        if (!line.startsWith("redis://") && !line.startsWith("rediss://")) {
            return Optional.empty();
        }
        try {
            URI uri = new URI(line);
            if (uri.getHost() == null) {
                return Optional.empty();
            }
            int port = uri.getPort() < 0 ? RedisSettings.PORT : uri.getPort();
            Settings settings = Settings.EMPTY.with(RedisSettings.HOSTS, uri.getHost() + ":" + port);
            if (uri.getScheme().equals("rediss")) {
                settings = settings.with(RedisSettings.TLS, "true");
            }
            String user = Optional.ofNullable(uri.getUserInfo()).map(u -> u.split(":", 2)[0]).orElse("");
            if (!user.isEmpty()) {
                settings = settings.with(RedisSettings.USER, user);
            }
            String database = Optional.ofNullable(uri.getPath()).map(p -> p.replace("/", "")).orElse("");
            return Optional.of(database.matches("\\d{1,6}")
                    ? settings.with(RedisSettings.DATABASE, database) : settings);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
