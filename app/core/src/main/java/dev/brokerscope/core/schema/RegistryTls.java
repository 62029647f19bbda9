package dev.brokerscope.core.schema;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.core.schema.RegistrySettings.Auth;
import dev.brokerscope.core.schema.RegistrySettings.KeyFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
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

/// Keys and trust of a connection to a registry. There is no way to trust everybody.
final class RegistryTls {

    private final Secrets secrets;

    RegistryTls(Secrets secrets) {
        this.secrets = secrets;
    }

    /// Java's own where nothing is set.
    SSLContext context(RegistrySettings settings) throws FaultException {
        try {
            Optional<KeyFile> keys =
                    settings.auth() instanceof Auth.MutualTls m ? Optional.of(m.keys()) : Optional.empty();
            if (keys.isEmpty() && settings.trust().isEmpty()) {
                return SSLContext.getDefault();
            }
            SSLContext context = SSLContext.getInstance("TLS");
            KeyManager[] mine = keys.isPresent() ? keyManagers(keys.get()) : new KeyManager[0];
            context.init(mine, trustManagers(settings.trust()), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new FaultException(FaultKind.TLS, "registry.tls", "TLS for the schema registry cannot be set up.",
                    "Check its key store and trust store.", e);
        }
    }

    private KeyManager[] keyManagers(KeyFile file) throws FaultException, GeneralSecurityException {
        char[] password = password(file);
        try {
            KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(store(file, password), password);
            return factory.getKeyManagers();
        } finally {
            Arrays.fill(password, '\0');
        }
    }

    private TrustManager[] trustManagers(Optional<KeyFile> trust) throws FaultException, GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        if (trust.isEmpty()) {
            factory.init((KeyStore) null);
            return factory.getTrustManagers();
        }
        char[] password = password(trust.get());
        try {
            factory.init(store(trust.get(), password));
            return factory.getTrustManagers();
        } finally {
            Arrays.fill(password, '\0');
        }
    }

    private char[] password(KeyFile file) throws FaultException {
        return file.password().isPresent() ? secrets.secret(file.password().get()) : new char[0];
    }

    private static KeyStore store(KeyFile file, char[] password) throws FaultException, GeneralSecurityException {
        try {
            byte[] content = Files.readAllBytes(file.file());
            if (new String(content, java.nio.charset.StandardCharsets.ISO_8859_1).contains("-----BEGIN CERT")) {
                return certificates(content);
            }
            String type = file.file().toString().endsWith(".jks") ? "JKS" : "PKCS12";
            KeyStore store = KeyStore.getInstance(type);
            store.load(new ByteArrayInputStream(content), password.length == 0 ? null : password);
            return store;
        } catch (IOException e) {
            throw new FaultException(FaultKind.FILE_ACCESS, "registry.store",
                    "The key store " + file.file() + " cannot be opened.", "Check the file and its password.", e);
        }
    }

    private static KeyStore certificates(byte[] pem) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        int number = 0;
        for (Certificate c : CertificateFactory.getInstance("X.509")
                .generateCertificates(new ByteArrayInputStream(pem))) {
            store.setCertificateEntry("ca-" + number++, c);
        }
        return store;
    }
}
