package dev.brokerscope.plugin.rabbitmq;

import dev.brokerscope.api.settings.Settings;
import dev.brokerscope.plugin.rabbitmq.connect.RabbitSettings;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Understands `amqp://user@host:5672/vhost` and `amqps://…`. A password in it is left out: it is to be given as a
/// reference.
final class RabbitImport {

    private static final int PORT = 5672;
    private static final int TLS_PORT = 5671;

    private RabbitImport() {}

    static Optional<Settings> parse(String text) {
        String line = text.strip();
        if (!line.startsWith("amqp://") && !line.startsWith("amqps://")) {
            return Optional.empty();
        }
        try {
            URI uri = new URI(line);
            if (uri.getHost() == null) {
                return Optional.empty();
            }
            boolean secure = uri.getScheme().equals("amqps");
            int port = uri.getPort() >= 0 ? uri.getPort() : secure ? TLS_PORT : PORT;
            Settings settings = Settings.EMPTY.with(RabbitSettings.HOSTS, uri.getHost() + ":" + port);
            if (secure) {
                settings = settings.with(RabbitSettings.TLS, "true");
            }
            String user = Optional.ofNullable(uri.getRawUserInfo()).map(u -> decoded(u.split(":", 2)[0])).orElse("");
            if (!user.isEmpty()) {
                settings = settings.with(RabbitSettings.USER, user);
            }
            String path = Optional.ofNullable(uri.getRawPath()).orElse("");
            return Optional.of(path.length() > 1
                    ? settings.with(RabbitSettings.VHOST, decoded(path.substring(1))) : settings);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
