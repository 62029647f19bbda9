package dev.brokerscope.core.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import dev.brokerscope.api.decode.SchemaId;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.core.schema.RegistrySettings.Auth;
import dev.brokerscope.core.schema.RegistrySettings.KeyFile;
import dev.brokerscope.core.schema.RegistrySettings.Kind;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Against a server that demands a client certificate.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RegistryTlsTest {

    private static final Secrets SECRETS = _ -> "changeit".toCharArray();
    private static final Optional<String> PASSWORD = Optional.of("@env:PW");

    private final Path folder;
    private final RegistryStub stub;

    RegistryTlsTest(@TempDir Path folder) throws Exception {
        this.folder = folder;
        pair("server", "CN=127.0.0.1", "-ext", "SAN=ip:127.0.0.1");
        pair("client", "CN=client");
        RegistrySettings mirrored = settings(new Auth.MutualTls(keys("server")), Optional.of(pem("client")), 1);
        SSLContext context = new RegistryTls(SECRETS).context(mirrored);
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters demand = context.getDefaultSSLParameters();
                demand.setNeedClientAuth(true);
                parameters.setSSLParameters(demand);
            }
        });
        stub = new RegistryStub(server).json("/schemas/ids/1", "{\"schema\":\"\\\"long\\\"\"}");
    }

    @AfterAll
    void stop() {
        stub.close();
    }

    private void pair(String name, String subject, String... more) throws Exception {
        keytool(concat(new String[]{"-genkeypair", "-alias", name, "-keyalg", "EC", "-dname", subject, "-validity", "9",
            "-storetype", "PKCS12", "-keystore", name + ".p12"}, more));
        keytool("-exportcert", "-rfc", "-alias", name, "-keystore", name + ".p12", "-file", name + ".pem");
    }

    private static String[] concat(String[] head, String... tail) {
        String[] all = java.util.Arrays.copyOf(head, head.length + tail.length);
        System.arraycopy(tail, 0, all, head.length, tail.length);
        return all;
    }

    private void keytool(String... arguments) throws Exception {
        String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        Process process = new ProcessBuilder(concat(concat(new String[]{keytool}, arguments), "-storepass", "changeit",
                "-noprompt")).directory(folder.toFile()).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), output);
    }

    private KeyFile keys(String name) {
        return new KeyFile(folder.resolve(name + ".p12"), PASSWORD);
    }

    private KeyFile pem(String name) {
        return new KeyFile(folder.resolve(name + ".pem"), Optional.empty());
    }

    private RegistrySettings settings(Auth auth, Optional<KeyFile> trust, int port) {
        return new RegistrySettings(URI.create("https://127.0.0.1:" + port), Kind.CONFLUENT, auth, trust,
                Duration.ofSeconds(10));
    }

    private FaultKind refused(RegistrySettings settings) {
        try (RegistryClient client = new RegistryClient(settings, SECRETS)) {
            return assertThrows(FaultException.class, () -> client.find(new SchemaId("id:1"))).kind();
        }
    }

    @Test
    void signsInWithAClientCertificate() throws Exception {
        RegistrySettings good = settings(new Auth.MutualTls(keys("client")), Optional.of(pem("server")), stub.port());
        try (RegistryClient client = new RegistryClient(good, SECRETS)) {
            assertEquals("\"long\"", client.find(new SchemaId("id:1")).content());
        }
    }

    @Test
    void trustsNobodyElse() {
        assertEquals(FaultKind.TLS,
                refused(settings(new Auth.MutualTls(keys("client")), Optional.of(pem("client")), stub.port())));
        assertEquals(FaultKind.TLS,
                refused(settings(new Auth.MutualTls(keys("client")), Optional.empty(), stub.port())));
    }

    @Test
    void saysThatAKeyStoreCannotBeOpened() {
        KeyFile missing = new KeyFile(folder.resolve("missing.p12"), PASSWORD);
        assertEquals(FaultKind.FILE_ACCESS,
                refused(settings(new Auth.MutualTls(missing), Optional.empty(), stub.port())));
    }
}
