package dev.brokerscope.plugin.redis;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.JedisSocketFactory;
import redis.clients.jedis.exceptions.JedisConnectionException;

/// Opens sockets over channels, since an interrupt closes a channel: a thread that waits for an answer can be stopped.
record RedisSockets(HostAndPort node, Optional<SSLSocketFactory> tls, Duration timeout) implements JedisSocketFactory {

    /// A server that expects plain text waits for the rest of a command.
    static final String NO_ANSWER = "no answer to the handshake";

    @Override
    public Socket createSocket() {
        try {
            return open();
        } catch (IOException e) {
            throw new JedisConnectionException(e.getMessage(), e);
        }
    }

    Socket open() throws IOException {
        SocketChannel channel = SocketChannel.open();
        try {
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
            Socket plain = channel.socket();
            int millis = Math.toIntExact(timeout.toMillis());
            plain.connect(new InetSocketAddress(host(), node.getPort()), millis);
            plain.setSoTimeout(millis);
            return tls.isPresent() ? secure(plain, tls.get()) : plain;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    private Socket secure(Socket plain, SSLSocketFactory factory) throws IOException {
        SSLSocket socket = (SSLSocket) factory.createSocket(plain, host(), node.getPort(), true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        try {
            socket.startHandshake();
        } catch (SocketTimeoutException silence) {
            throw new SSLException(NO_ANSWER, silence);
        }
        return socket;
    }

    private String host() {
        String host = node.getHost();
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }
}
