package dev.brokerscope.plugin.kafka;

import java.util.ArrayList;
import java.util.List;

/// One bootstrap server.
record Address(String host, int port) {

    static List<Address> list(String text, int defaultPort) {
        List<Address> addresses = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            String address = part.strip();
            int colon = address.lastIndexOf(':');
            boolean withPort = colon > address.lastIndexOf(']');
            if (!address.isEmpty()) {
                addresses.add(withPort
                        ? new Address(address.substring(0, colon), Integer.parseInt(address.substring(colon + 1)))
                        : new Address(address, defaultPort));
            }
        }
        return addresses;
    }

    String text() {
        return host + ":" + port;
    }

    /// Without the brackets of an IPv6 address.
    String bareHost() {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }
}
