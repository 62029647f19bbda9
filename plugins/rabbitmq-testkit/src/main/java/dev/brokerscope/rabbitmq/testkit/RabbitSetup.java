package dev.brokerscope.rabbitmq.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// How a server is to be: its plugins, further lines of `rabbitmq.conf`, and whether it speaks TLS as well.
public record RabbitSetup(Set<String> plugins, List<String> config, boolean tls) {

    /// Queues, streams and the management interface, without TLS.
    public static final RabbitSetup USUAL = new RabbitSetup(
            Set.of("rabbitmq_management", "rabbitmq_stream", "rabbitmq_stream_management"), List.of(), false);

    public RabbitSetup {
        plugins = Set.copyOf(plugins);
        config = List.copyOf(config);
    }

    /// With TLS on ports of their own, and login by certificate: the user is the certificate's common name.
    public RabbitSetup secured() {
        return new RabbitSetup(plus("rabbitmq_auth_mechanism_ssl"), config, true);
    }

    public RabbitSetup with(String line) {
        List<String> more = new ArrayList<>(config);
        more.add(line);
        return new RabbitSetup(plugins, more, tls);
    }

    public RabbitSetup withPlugin(String plugin) {
        return new RabbitSetup(plus(plugin), config, tls);
    }

    /// @param prefix `rabbitmq_stream` takes `rabbitmq_stream_management` away too
    public RabbitSetup withoutPlugin(String prefix) {
        Set<String> fewer = new TreeSet<>(plugins);
        fewer.removeIf(plugin -> plugin.startsWith(prefix));
        return new RabbitSetup(fewer, config, tls);
    }

    private Set<String> plus(String plugin) {
        Set<String> more = new TreeSet<>(plugins);
        more.add(plugin);
        return more;
    }
}
