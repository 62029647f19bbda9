package dev.brokerscope.kafka.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Fresh self-signed certificates for one server on the loopback address and one client, as PKCS12 stores that share
/// one password. `stranger` is a client that nobody trusts, and whose trust store trusts nobody here.
public record Certificates(Path folder) {

    /// Opens every store and key.
    public static final String PASSWORD = "brokerscope";

    /// Makes the stores; takes about a second, most of it for three runs of the JDK's keytool.
    public static Certificates create(Path folder) {
        Certificates made = new Certificates(folder);
        try {
            Files.createDirectories(folder);
            made.generate("server", List.of("-ext", "SAN=ip:127.0.0.1,dns:localhost"));
            made.generate("client", List.of());
            made.generate("stranger", List.of());
            made.trust("server", made.clientTrustStore());
            made.trust("client", made.serverTrustStore());
            made.trust("stranger", made.strangerTrustStore());
            return made;
        } catch (IOException | GeneralSecurityException failed) {
            throw new IllegalStateException("No certificates could be made in " + folder, failed);
        }
    }

    /// Key and certificate of the server.
    public Path serverKeyStore() {
        return folder.resolve("server.p12");
    }

    /// Key and certificate of the client that the server trusts.
    public Path clientKeyStore() {
        return folder.resolve("client.p12");
    }

    /// Key and certificate of a client that the server does not know.
    public Path strangerKeyStore() {
        return folder.resolve("stranger.p12");
    }

    /// What a client needs to trust the server.
    public Path clientTrustStore() {
        return folder.resolve("client-trust.p12");
    }

    /// What the server needs to trust the client.
    public Path serverTrustStore() {
        return folder.resolve("server-trust.p12");
    }

    /// A trust store that does not hold the server's certificate.
    public Path strangerTrustStore() {
        return folder.resolve("stranger-trust.p12");
    }

    private void generate(String name, List<String> more) throws IOException {
        Path tool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        List<String> command = new ArrayList<>(List.of(tool.toString(), "-genkeypair", "-alias", name,
                "-keyalg", "EC", "-groupname", "secp256r1", "-validity", "3650", "-dname", "CN=" + name,
                "-storetype", "PKCS12", "-storepass", PASSWORD, "-keystore", folder.resolve(name + ".p12").toString()));
        command.addAll(more);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IOException("keytool failed: " + said);
            }
        } catch (InterruptedException cancelled) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("keytool was interrupted", cancelled));
        }
    }

    private void trust(String name, Path store) throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(folder.resolve(name + ".p12"))) {
            keys.load(in, PASSWORD.toCharArray());
        }
        Certificate certificate = keys.getCertificate(name);
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, PASSWORD.toCharArray());
        trusted.setCertificateEntry(name, certificate);
        try (OutputStream out = Files.newOutputStream(store)) {
            trusted.store(out, PASSWORD.toCharArray());
        }
    }
}
