package dev.brokerscope.plugin.rabbitmq.connect;

import dev.brokerscope.api.broker.Host;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.settings.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Arrays;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/// Whom to trust and who we are, from files.
final class RabbitTls {

    private RabbitTls() {}

    static SSLContext context(Settings settings, Host host) throws FaultException {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys(settings, host), trust(settings), null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new FaultException(FaultKind.INVALID_SETTINGS, "tls.store",
                    "A certificate file cannot be opened: " + e.getMessage() + ".",
                    "Check its path, its form and its password.", e);
        }
    }

    private static TrustManager @Nullable [] trust(Settings settings) throws IOException, GeneralSecurityException {
        Optional<String> file = settings.get(RabbitSettings.TRUST_FILE).filter(f -> !f.isBlank());
        if (file.isEmpty()) {
            return null;
        }
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (InputStream in = Files.newInputStream(Path.of(file.get()))) {
            int i = 0;
            for (Certificate authority : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                store.setCertificateEntry("authority-" + i++, authority);
            }
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        return trust.getTrustManagers();
    }

    private static KeyManager @Nullable [] keys(Settings settings, Host host)
            throws IOException, GeneralSecurityException, FaultException {
        Optional<String> file = settings.get(RabbitSettings.KEY_FILE).filter(f -> !f.isBlank());
        if (file.isEmpty()) {
            return null;
        }
        Optional<String> reference = settings.get(RabbitSettings.KEY_PASSWORD).filter(r -> !r.isBlank());
        char[] password = reference.isPresent() ? host.secret(reference.get()) : new char[0];
        try (InputStream in = Files.newInputStream(Path.of(file.get()))) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password);
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, password);
            return keys.getKeyManagers();
        } finally {
            Arrays.fill(password, '\0');
        }
    }
}
