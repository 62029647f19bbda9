package dev.brokerscope.plugin.rabbitmq.connect;

import dev.brokerscope.api.broker.Host;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.settings.Settings;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/// The settings of one connection, understood.
///
/// @param signIn absent where the client certificate tells who we are
/// @param tls absent where the port speaks plain text
/// @param names of channels to show without the management API
/// @param browse how much of a queue may be browsed at a time
/// @param routingKey of messages that have none
public record RabbitConfig(List<Endpoint> hosts, List<Endpoint> streamHosts, String vhost, Optional<SignIn> signIn,
        Optional<SSLContext> tls, Optional<Management> management, List<String> names, BrowseCap browse,
        String routingKey, Duration timeout, Host host) {

    /// A user and what proves it.
    public record SignIn(String user, char[] password) {}

    /// Where the management API answers, and as whom to ask it.
    public record Management(URI url, SignIn signIn) {}

    /// How much of a queue may be held at a time.
    public record BrowseCap(long messages, long bytes) {}

    public static RabbitConfig of(Settings settings, Host host) throws FaultException {
        boolean secure = settings.flag(RabbitSettings.TLS, false);
        List<Endpoint> hosts = Endpoint.parse(settings.get(RabbitSettings.HOSTS, "localhost"),
                secure ? RabbitSettings.TLS_PORT : RabbitSettings.PORT);
        Optional<SignIn> signIn = settings.get(RabbitSettings.SIGN_IN, "plain").equals("external") ? Optional.empty()
                : Optional.of(new SignIn(settings.get(RabbitSettings.USER, RabbitSettings.GUEST),
                        secret(settings, RabbitSettings.PASSWORD, host).orElse(RabbitSettings.GUEST.toCharArray())));
        return new RabbitConfig(hosts, streamHosts(settings, hosts), settings.get(RabbitSettings.VHOST, "/"), signIn,
                secure ? Optional.of(RabbitTls.context(settings, host)) : Optional.empty(),
                management(settings, signIn, host), names(settings),
                new BrowseCap(settings.whole(RabbitSettings.BROWSE_MESSAGES, RabbitSettings.DEFAULT_BROWSE_MESSAGES),
                        settings.whole(RabbitSettings.BROWSE_BYTES, RabbitSettings.DEFAULT_BROWSE_MEGABYTES) * 1024L
                                * 1024L),
                settings.get(RabbitSettings.ROUTING_KEY).orElse(""),
                settings.span(RabbitSettings.TIMEOUT, Duration.ofSeconds(15)), host);
    }

    private static List<Endpoint> streamHosts(Settings settings, List<Endpoint> hosts) {
        return settings.get(RabbitSettings.STREAM_HOSTS).filter(h -> !h.isBlank())
                .map(h -> Endpoint.parse(h, RabbitSettings.STREAM_PORT))
                .orElseGet(() -> hosts.stream().map(h -> new Endpoint(h.host(), RabbitSettings.STREAM_PORT)).toList());
    }

    private static Optional<Management> management(Settings settings, Optional<SignIn> signIn, Host host)
            throws FaultException {
        Optional<String> url = settings.get(RabbitSettings.MANAGEMENT_URL).filter(u -> !u.isBlank());
        if (url.isEmpty()) {
            return Optional.empty();
        }
        Optional<char[]> password = secret(settings, RabbitSettings.MANAGEMENT_PASSWORD, host);
        Optional<String> user = settings.get(RabbitSettings.MANAGEMENT_USER).filter(u -> !u.isBlank());
        SignIn own = new SignIn(user.or(() -> signIn.map(SignIn::user)).orElse(RabbitSettings.GUEST),
                password.or(() -> signIn.map(s -> s.password().clone())).orElse(RabbitSettings.GUEST.toCharArray()));
        return Optional.of(new Management(URI.create(url.get().strip()), own));
    }

    private static List<String> names(Settings settings) {
        return Arrays.stream(settings.get(RabbitSettings.NAMES, "").split(",", -1)).map(String::strip)
                .filter(n -> !n.isEmpty()).distinct().toList();
    }

    private static Optional<char[]> secret(Settings settings, String key, Host host) throws FaultException {
        Optional<String> reference = settings.get(key).filter(r -> !r.isBlank());
        return reference.isPresent() ? Optional.of(host.secret(reference.get())) : Optional.empty();
    }

    /// The user as whom messages are published.
    public Optional<String> user() {
        return signIn.map(SignIn::user);
    }

    /// Once nobody signs in any more.
    public void wipe() {
        signIn.ifPresent(s -> Arrays.fill(s.password, '\0'));
        management.ifPresent(m -> Arrays.fill(m.signIn.password, '\0'));
    }
}
