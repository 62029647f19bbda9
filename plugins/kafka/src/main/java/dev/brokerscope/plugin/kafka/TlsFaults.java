package dev.brokerscope.plugin.kafka;

import dev.brokerscope.api.fault.Fault;
import dev.brokerscope.api.fault.FaultKind;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Locale;

/// Tells the ways apart in which a TLS handshake fails.
final class TlsFaults {

    private TlsFaults() {}

    static Fault of(Throwable thrown, String where) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            String text = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
            if (cause instanceof CertificateExpiredException || cause instanceof CertificateNotYetValidException) {
                return fault("tls.expired",
                        "The certificate of " + where + " is not valid today: " + cause.getMessage() + ".",
                        "Renew the broker's certificate, or correct this machine's clock.");
            }
            if (text.contains("subject alternative") || text.contains("no name matching")) {
                return fault("tls.hostname", "The certificate of " + where + " is made out to another host name.",
                        "Connect by a name that stands in the certificate.");
            }
            if (cause instanceof CertPathValidatorException || text.contains("unable to find valid certification path")
                    || text.contains("pkix path")) {
                return fault("tls.unknown-authority",
                        "The certificate of " + where + " comes from an unknown authority.",
                        "Choose a trust store that holds the broker's certificate authority.");
            }
            if (text.contains("received fatal alert") || text.contains("certificate_required")) {
                return fault("tls.client-certificate",
                        where + " broke the TLS handshake off: " + cause.getMessage() + ".",
                        "The broker may want a client certificate (key store), or does not trust the one it was given.");
            }
            if (text.contains("unrecognized ssl message") || text.contains("not an ssl/tls record")
                    || text.contains("unsupported or unrecognized")) {
                return fault("tls.not-spoken", where + " does not speak TLS.",
                        "Choose a security setting without TLS.");
            }
        }
        return fault("tls.handshake", "The TLS handshake with " + where + " failed: " + KafkaFaults.sentence(thrown),
                "Check trust store, key store and the broker's port.");
    }

    static boolean wrongPassword(Throwable cause) {
        String text = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
        return text.contains("password was incorrect") || text.contains("password is incorrect")
                || text.contains("get key failed") || text.contains("failed to load ssl keystore");
    }

    static Fault locked(Throwable cause) {
        return Fault.of(FaultKind.INVALID_SETTINGS, "tls.store",
                "A trust store or key store cannot be opened: " + KafkaFaults.sentence(cause),
                "Check its path, its type and its password.");
    }

    private static Fault fault(String code, String message, String remedy) {
        return Fault.of(FaultKind.TLS, code, message, remedy);
    }
}
