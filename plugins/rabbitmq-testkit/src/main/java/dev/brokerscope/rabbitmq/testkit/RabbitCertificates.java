package dev.brokerscope.rabbitmq.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Fresh certificates of one authority for a server on the loopback address and for a client named `client`, and a
/// client named `stranger` of an authority that nobody knows. PKCS12 for clients, PEM for the server.
public record RabbitCertificates(Path folder) {

    /// Opens every store.
    public static final String PASSWORD = "brokerscope";

    static RabbitCertificates create(Path folder) {
        RabbitCertificates made = new RabbitCertificates(folder);
        try {
            Files.createDirectories(folder);
            made.generate("all", "ca", "-ext", "bc:c");
            made.generate("all", "server", "-signer", "ca", "-ext", "SAN=ip:127.0.0.1,dns:localhost");
            made.generate("all", "client", "-signer", "ca");
            made.generate("strangers", "strange-ca", "-ext", "bc:c");
            made.generate("strangers", "stranger", "-signer", "strange-ca");
            KeyStore all = made.load("all");
            KeyStore strangers = made.load("strangers");
            made.pem("ca.pem", "CERTIFICATE", all.getCertificate("ca").getEncoded());
            made.pem("server.pem", "CERTIFICATE", all.getCertificate("server").getEncoded());
            made.pem("server.key", "PRIVATE KEY", all.getKey("server", PASSWORD.toCharArray()).getEncoded());
            made.client(all, "client", made.clientKeyStore());
            made.client(strangers, "stranger", made.strangerKeyStore());
            made.trust(all.getCertificate("ca"), made.trustStore());
            made.trust(strangers.getCertificate("strange-ca"), made.strangerTrustStore());
            return made;
        } catch (IOException | GeneralSecurityException failed) {
            throw new IllegalStateException("No certificates could be made in " + folder, failed);
        }
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
    public Path trustStore() {
        return folder.resolve("trust.p12");
    }

    /// Trusts another authority than the server's.
    public Path strangerTrustStore() {
        return folder.resolve("stranger-trust.p12");
    }

    /// The authority of server and client, as PEM.
    public Path authority() {
        return folder.resolve("ca.pem");
    }

    Path serverCertificate() {
        return folder.resolve("server.pem");
    }

    Path serverKey() {
        return folder.resolve("server.key");
    }

    private void generate(String store, String alias, String... more) throws IOException {
        Path tool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        List<String> command = new ArrayList<>(List.of(tool.toString(), "-genkeypair", "-alias", alias,
                "-keyalg", "EC", "-groupname", "secp256r1", "-validity", "3650", "-dname", "CN=" + alias,
                "-storetype", "PKCS12", "-storepass", PASSWORD, "-keystore", folder.resolve(store).toString()));
        command.addAll(List.of(more));
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
            throw new IOException("keytool was interrupted", cancelled);
        }
    }

    private KeyStore load(String store) throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(folder.resolve(store))) {
            keys.load(in, PASSWORD.toCharArray());
        }
        return keys;
    }

    private void pem(String file, String what, byte[] encoded) throws IOException {
        Files.writeString(folder.resolve(file), "-----BEGIN " + what + "-----\n"
                + Base64.getMimeEncoder(64, new byte[]{'\n'}).encodeToString(encoded)
                + "\n-----END " + what + "-----\n");
    }

    private void client(KeyStore from, String alias, Path to) throws IOException, GeneralSecurityException {
        Key key = from.getKey(alias, PASSWORD.toCharArray());
        KeyStore one = empty();
        one.setKeyEntry(alias, key, PASSWORD.toCharArray(), from.getCertificateChain(alias));
        save(one, to);
    }

    private void trust(Certificate authority, Path to) throws IOException, GeneralSecurityException {
        KeyStore trusted = empty();
        trusted.setCertificateEntry("authority", authority);
        save(trusted, to);
    }

    private static KeyStore empty() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, PASSWORD.toCharArray());
        return store;
    }

    private static void save(KeyStore store, Path to) throws IOException, GeneralSecurityException {
        try (OutputStream out = Files.newOutputStream(to)) {
            store.store(out, PASSWORD.toCharArray());
        }
    }
}
