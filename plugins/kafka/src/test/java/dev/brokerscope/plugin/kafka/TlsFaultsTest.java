package dev.brokerscope.plugin.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import javax.net.ssl.SSLHandshakeException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.junit.jupiter.api.Test;

/// What the test broker's certificate cannot be: made out to another name, or expired.
final class TlsFaultsTest {

    @Test
    void tellsAnotherHostName() {
        assertEquals("tls.hostname",
                code(new CertificateException("No subject alternative DNS name matching kafka-1 found.")));
    }

    @Test
    void tellsAnExpiredCertificate() {
        assertEquals("tls.expired", code(new CertificateExpiredException("NotAfter: Sun Jan 01 00:00:00 UTC 2023")));
    }

    private static String code(CertificateException cause) {
        SSLHandshakeException handshake = new SSLHandshakeException(String.valueOf(cause.getMessage()));
        handshake.initCause(cause);
        return TlsFaults.of(new SslAuthenticationException("SSL handshake failed", handshake), "kafka-1:9093").code();
    }
}
