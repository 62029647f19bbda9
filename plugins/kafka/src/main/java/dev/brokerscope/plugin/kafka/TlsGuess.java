package dev.brokerscope.plugin.kafka;

import dev.brokerscope.api.fault.FaultException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;

/// Finds out whether a silent port wants TLS: a server that speaks it answers rubbish with an alert record.
final class TlsGuess {

    private static final int ALERT = 21;
    private static final int HANDSHAKE = 22;
    /// A handshake record with a malformed client hello.
    private static final byte[] RUBBISH = {HANDSHAKE, 3, 1, 0, 4, 1, 0, 0, 0};

    private TlsGuess() {}

    static boolean speaksTls(Address address) {
        try (Socket socket = TcpProbe.connect(address)) {
            socket.getOutputStream().write(RUBBISH);
            InputStream in = socket.getInputStream();
            int first = in.read();
            return first == ALERT || first == HANDSHAKE;
        } catch (IOException | FaultException silent) {
            return false;
        }
    }
}
