package dev.brokerscope.plugin.kafka;

import dev.brokerscope.api.fault.FaultException;
import java.io.IOException;
import java.net.Socket;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.security.ssl.DefaultSslEngineFactory;

/// One TLS handshake with the same stores that the client will use, to see the certificate.
record TlsProbe(Map<String, Object> security, KafkaFaults faults) {

    /// @return protocol and certificate, for people
    String shake(Address address) throws FaultException {
        try (DefaultSslEngineFactory stores = stores();
                Socket plain = TcpProbe.connect(address);
                SSLSocket socket = (SSLSocket) stores.sslContext().getSocketFactory()
                        .createSocket(plain, address.bareHost(), address.port(), true)) {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
            socket.startHandshake();
            return socket.getSession().getProtocol() + ", "
                    + describe(socket.getSession().getPeerCertificates()[0]);
        } catch (SSLException failed) {
            throw new FaultException(TlsFaults.of(failed, address.text()).withDetails(failed.toString()), failed);
        } catch (IOException failed) {
            throw faults.of(new KafkaException("The TLS handshake broke off: " + failed.getMessage(), failed), "TLS");
        }
    }

    private DefaultSslEngineFactory stores() throws FaultException {
        DefaultSslEngineFactory factory = new DefaultSslEngineFactory();
        try {
            factory.configure(new AbstractConfig(AdminClientConfig.configDef(), security, false).values());
            return factory;
        } catch (KafkaException failed) {
            throw faults.of(failed, "TLS");
        }
    }

    private static String describe(Certificate certificate) {
        if (!(certificate instanceof X509Certificate x509)) {
            return certificate.getType();
        }
        Instant until = x509.getNotAfter().toInstant();
        return "certificate of " + x509.getSubjectX500Principal().getName() + ", issued by "
                + x509.getIssuerX500Principal().getName() + ", valid until "
                + LocalDate.ofInstant(until, ZoneOffset.UTC);
    }
}
