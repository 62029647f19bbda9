package dev.brokerscope.plugin.rabbitmq.connect;

import java.util.ArrayList;
import java.util.List;

/// A host and its port.
public record Endpoint(String host, int port) {

    /// @param text `host:port, host, [::1]:port`
    static List<Endpoint> parse(String text, int defaultPort) {
        List<Endpoint> endpoints = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            String host = part.strip();
            int colon = host.lastIndexOf(':');
            boolean port = colon > 0 && !host.endsWith("]");
            endpoints.add(new Endpoint(bare(port ? host.substring(0, colon) : host),
                    port ? Integer.parseInt(host.substring(colon + 1)) : defaultPort));
        }
        return List.copyOf(endpoints);
    }

    private static String bare(String host) {
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }

    @Override
    public String toString() {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}
