package dev.brokerscope.plugin.rabbitmq.connect;

import dev.brokerscope.api.fault.FaultException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/// Tries a server's address below the protocol. Sockets come from channels, which an interrupt closes.
///
/// @param tls absent where the port speaks plain text
public record SocketProbe(Optional<SSLContext> tls) {

    private static final int PATIENCE = Math.toIntExact(Duration.ofSeconds(3).toMillis());

    /// All its addresses.
    public String resolve(Endpoint node) throws FaultException {
        try {
            return Arrays.stream(InetAddress.getAllByName(node.host())).map(InetAddress::getHostAddress)
                    .collect(Collectors.joining(", "));
        } catch (UnknownHostException e) {
            throw RabbitFaults.of(node.toString(), e);
        }
    }

    public String dial(Endpoint node) throws FaultException {
        try (Socket socket = open(node)) {
            return "connected to " + socket.getInetAddress().getHostAddress();
        } catch (IOException e) {
            throw RabbitFaults.of(node.toString(), e);
        }
    }

    /// Protocol, and to whom the certificate is made out.
    public String shake(Endpoint node) throws FaultException {
        try (Socket plain = open(node);
                SSLSocket socket = (SSLSocket) tls.orElseThrow().getSocketFactory().createSocket(plain, node.host(),
                        node.port(), true)) {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
            socket.setSoTimeout(PATIENCE);
            socket.startHandshake();
            return socket.getSession().getProtocol() + ", " + socket.getSession().getPeerPrincipal().getName();
        } catch (IOException e) {
            throw RabbitFaults.of(node.toString(), e);
        }
    }

    private static Socket open(Endpoint node) throws IOException {
        SocketChannel channel = SocketChannel.open();
        try {
            channel.socket().connect(new InetSocketAddress(node.host(), node.port()), PATIENCE);
            return channel.socket();
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }
}
