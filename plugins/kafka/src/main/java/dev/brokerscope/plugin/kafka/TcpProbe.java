package dev.brokerscope.plugin.kafka;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Asks the network before Kafka does: its client knows no "connection refused", only a timeout a long time later.
final class TcpProbe {

    static final Duration PATIENCE = Duration.ofSeconds(3);

    private TcpProbe() {}

    static List<InetAddress> resolve(Address address) throws FaultException {
        try {
            return List.of(InetAddress.getAllByName(address.bareHost()));
        } catch (UnknownHostException unknown) {
            throw new FaultException(FaultKind.UNREACHABLE, "address.unknown",
                    "There is no host \"" + address.bareHost() + "\".",
                    "Check the spelling, the name server, and whether you need the VPN.", unknown);
        }
    }

    /// A connection to one of the addresses a host has; the caller closes it.
    static Socket connect(Address address) throws FaultException {
        List<FaultException> failures = new ArrayList<>();
        for (InetAddress one : resolve(address)) {
            Socket socket = new Socket();
            try {
                socket.connect(new InetSocketAddress(one, address.port()), (int) PATIENCE.toMillis());
                socket.setSoTimeout((int) PATIENCE.toMillis());
                return socket;
            } catch (IOException failed) {
                close(socket);
                failures.add(fault(address, one, failed));
            }
        }
        throw failures.getFirst();
    }

    /// Returns once any of the addresses takes connections.
    static void demandAnyOf(List<Address> addresses) throws FaultException {
        List<FaultException> failures = new ArrayList<>();
        for (Address address : addresses) {
            try (Socket _ = connect(address)) {
                return;
            } catch (FaultException failed) {
                failures.add(failed);
            } catch (IOException ignored) {
                return; // it took the connection; that closing failed says nothing
            }
        }
        throw failures.getFirst();
    }

    private static FaultException fault(Address address, InetAddress resolved, IOException failed) {
        String at = address.text() + " (" + resolved.getHostAddress() + ")";
        return switch (failed) {
            case SocketTimeoutException e -> new FaultException(FaultKind.UNREACHABLE, "tcp.timeout",
                    at + " did not take the connection within " + PATIENCE.toSeconds() + " s.",
                    "Check the address, the firewall, and whether you need the VPN.", e);
            case ConnectException e -> new FaultException(FaultKind.UNREACHABLE, "tcp.refused",
                    at + " refused the connection.", "Check the port, and whether the broker runs.", e);
            default -> new FaultException(FaultKind.UNREACHABLE, "tcp.failed",
                    at + " cannot be reached: " + KafkaFaults.sentence(failed), "Check the address and the network.",
                    failed);
        };
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException ignored) {
            // it was never open
        }
    }
}
