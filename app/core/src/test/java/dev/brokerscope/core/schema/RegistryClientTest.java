package dev.brokerscope.core.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brokerscope.api.decode.RegisteredSchema;
import dev.brokerscope.api.decode.RegisteredSchema.SubjectVersion;
import dev.brokerscope.api.decode.SchemaId;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.core.schema.RegistrySettings.Auth;
import dev.brokerscope.core.schema.RegistrySettings.Kind;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RegistryClientTest {

    private static final String LONG = "{\"schema\":\"\\\"long\\\"\"}";
    private static final Secrets SECRETS = reference -> ("secret of " + reference).toCharArray();

    private final AtomicLong nanos = new AtomicLong();
    private RegistryStub stub;

    @BeforeEach
    void start() throws Exception {
        stub = new RegistryStub();
        stub.json("/subjects", "[\"orders-value\",\"money\"]");
    }

    @AfterEach
    void stop() {
        stub.close();
    }

    private RegistrySettings settings(Auth auth) {
        return new RegistrySettings(URI.create(stub.url()), Kind.AUTO, auth, Optional.empty(), Duration.ofSeconds(5));
    }

    private RegistryClient client() {
        return new RegistryClient(settings(new Auth.None()), SECRETS, nanos::get);
    }

    private static RegisteredSchema find(RegistryClient client, String id) throws Exception {
        try (client) {
            return client.find(new SchemaId(id));
        }
    }

    private static FaultException refused(RegistryClient client, String id) {
        try (client) {
            return assertThrows(FaultException.class, () -> client.find(new SchemaId(id)));
        }
    }

    @Test
    void findsASchemaByIdWithItsSubjects() throws Exception {
        stub.json("/schemas/ids/42", LONG).json("/schemas/ids/42/versions",
                "[{\"subject\":\"orders-value\",\"version\":7}]");
        RegisteredSchema schema = find(client(), "id:42");
        assertEquals("\"long\"", schema.content());
        assertEquals("AVRO", schema.kind());
        assertEquals(List.of(new SubjectVersion("orders-value", 7)), schema.subjects());
        assertEquals(stub.url(), schema.registry());
    }

    @Test
    void followsReferencesOfReferences() throws Exception {
        stub.json("/schemas/ids/1",
                "{\"schema\":\"A\",\"references\":[{\"name\":\"m.B\",\"subject\":\"b/v\",\"version\":2}]}")
                .json("/subjects/b/v/versions/2",
                        "{\"subject\":\"b/v\",\"version\":2,\"id\":5,\"schema\":\"B\",\"references\":"
                                + "[{\"name\":\"m.C\",\"subject\":\"c\",\"version\":1}]}")
                .json("/subjects/c/versions/1", "{\"subject\":\"c\",\"version\":1,\"id\":6,\"schema\":\"C\"}");
        RegisteredSchema schema = find(client(), "id:1");
        RegisteredSchema.Reference b = schema.references().getFirst();
        assertEquals("m.B", b.name());
        assertEquals(new SchemaId("id:5"), b.schema().id());
        assertEquals("C", b.schema().references().getFirst().schema().content());
        assertTrue(stub.requests().contains("/subjects/b%2Fv/versions/2"), stub.requests()::toString);
    }

    @Test
    void refusesReferencesInACircle() {
        String circle = "{\"schema\":\"A\",\"references\":[{\"name\":\"A\",\"subject\":\"a\",\"version\":1}]}";
        stub.json("/schemas/ids/1", circle).json("/subjects/a/versions/1", circle);
        assertEquals(FaultKind.CORRUPT, refused(client(), "id:1").kind());
    }

    @Test
    void findsASchemaByGuid() throws Exception {
        stub.json("/schemas/guids/45672eee-9464-4c9d-9e32-ac764535e09a", LONG);
        assertEquals("\"long\"", find(client(), "guid:45672eee-9464-4c9d-9e32-ac764535e09a").content());
    }

    @Test
    void asksOnceForWhatItKnows() throws Exception {
        stub.json("/schemas/ids/42", LONG);
        try (RegistryClient client = client()) {
            client.find(new SchemaId("id:42"));
            client.find(new SchemaId("id:42"));
        }
        assertEquals(1, stub.requests().stream().filter("/schemas/ids/42"::equals).count());
    }

    @Test
    void asksOnceHoweverManyThreadsWantIt() throws Exception {
        stub.json("/schemas/ids/42", LONG);
        try (RegistryClient client = client(); var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<RegisteredSchema>> tasks = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                tasks.add(() -> client.find(new SchemaId("id:42")));
            }
            for (Future<RegisteredSchema> answer : threads.invokeAll(tasks)) {
                assertEquals("\"long\"", answer.get().content());
            }
        }
        assertEquals(1, stub.requests().stream().filter("/schemas/ids/42"::equals).count());
    }

    @Test
    void remembersForSecondsThatASchemaIsUnknown() throws Exception {
        try (RegistryClient client = client()) {
            FaultException fault = assertThrows(FaultException.class, () -> client.find(new SchemaId("id:58")));
            assertEquals(FaultKind.NOT_FOUND, fault.kind());
            assertEquals("Schema 58 is not in the schema registry " + stub.url() + ".", fault.fault().message());
            assertThrows(FaultException.class, () -> client.find(new SchemaId("id:58")));
            assertEquals(1, stub.requests().stream().filter("/schemas/ids/58"::equals).count());
            nanos.addAndGet(RegistryClient.KEEP_FAULT.toNanos() + 1);
            stub.json("/schemas/ids/58", LONG);
            assertEquals("\"long\"", client.find(new SchemaId("id:58")).content());
        }
    }

    @Test
    void signsIn() throws Exception {
        List<String> headers = new CopyOnWriteArrayList<>();
        stub.on("/schemas/ids/1", e -> {
            headers.add(e.getRequestHeaders().getFirst("Authorization"));
            RegistryStub.send(e, 200, "application/json", LONG);
        });
        find(new RegistryClient(settings(new Auth.Basic("älice", "@env:PW")), SECRETS), "id:1");
        find(new RegistryClient(settings(new Auth.Bearer("@env:T")), SECRETS), "id:1");
        String basic = java.util.Base64.getEncoder().encodeToString(
                "älice:secret of @env:PW".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertEquals(List.of("Basic " + basic, "Bearer secret of @env:T"), headers);
    }

    @Test
    void tellsWhatARegistryRefuses() {
        stub.status("/schemas/ids/1", 403, "").status("/schemas/ids/2", 500, "{}").status("/schemas/ids/3", 429, "")
                .status("/schemas/ids/4", 401, "");
        try (RegistryClient client = client()) {
            assertEquals(FaultKind.NOT_AUTHORISED,
                    assertThrows(FaultException.class, () -> client.find(new SchemaId("id:1"))).kind());
            assertEquals(FaultKind.REJECTED,
                    assertThrows(FaultException.class, () -> client.find(new SchemaId("id:2"))).kind());
        }
        assertEquals(FaultKind.THROTTLED, refused(client(), "id:3").kind());
        assertEquals(FaultKind.AUTHENTICATION, refused(client(), "id:4").kind());
    }

    @Test
    void waitsForARegistryThatIsDownOnlyOnce() {
        stub.close();
        try (RegistryClient client = client()) {
            FaultException first = assertThrows(FaultException.class, () -> client.find(new SchemaId("id:1")));
            assertEquals(FaultKind.UNREACHABLE, first.kind());
            assertEquals("The schema registry " + stub.url() + " does not accept connections.",
                    first.fault().message());
            FaultException second = assertThrows(FaultException.class, () -> client.find(new SchemaId("id:2")));
            assertEquals(first.fault(), second.fault());
        }
    }

    @Test
    void doesNotBelieveAWebPage() {
        stub.on("/schemas/ids/1", e -> RegistryStub.send(e, 200, "text/html", "<html>Sign in</html>"));
        FaultException fault = refused(client(), "id:1");
        assertEquals(FaultKind.CORRUPT, fault.kind());
        assertEquals("The schema registry " + stub.url() + " answered with a web page.", fault.fault().message());
        stub.json("/schemas/ids/2", "{\"schema\":42}").json("/schemas/ids/3", "[");
        assertEquals(FaultKind.CORRUPT, refused(client(), "id:2").kind());
        assertEquals(FaultKind.CORRUPT, refused(client(), "id:3").kind());
    }

    @Test
    void staysOnItsHost() throws Exception {
        try (RegistryStub other = new RegistryStub()) {
            stub.on("/schemas/ids/1", e -> {
                e.getResponseHeaders().set("Location", other.url() + "/steal");
                RegistryStub.send(e, 302, "text/plain", "");
            }).on("/schemas/ids/2", e -> {
                e.getResponseHeaders().set("Location", "/moved/2");
                RegistryStub.send(e, 307, "text/plain", "");
            }).json("/moved/2", LONG).on("/schemas/ids/3", e -> {
                e.getResponseHeaders().set("Location", "/schemas/ids/3");
                RegistryStub.send(e, 302, "text/plain", "");
            });
            assertEquals(FaultKind.REFUSED, refused(client(), "id:1").kind());
            assertEquals(List.of(), other.requests());
            assertEquals("\"long\"", find(client(), "id:2").content());
            assertEquals(FaultKind.CORRUPT, refused(client(), "id:3").kind());
        }
    }

    @Test
    void readsNoEndlessBody() {
        stub.on("/schemas/ids/1", e -> {
            e.sendResponseHeaders(200, 0);
            byte[] chunk = new byte[1 << 16];
            for (int i = 0; i < 1_000; i++) {
                e.getResponseBody().write(chunk);
            }
        });
        assertEquals(FaultKind.TOO_LARGE, refused(client(), "id:1").kind());
    }

    @Test
    void givesUpOnABodyThatDrips() {
        stub.on("/schemas/ids/1", e -> {
            e.sendResponseHeaders(200, 0);
            for (int i = 0; i < 1_000; i++) {
                e.getResponseBody().write(' ');
                e.getResponseBody().flush();
                sleep();
            }
        });
        RegistrySettings impatient = new RegistrySettings(URI.create(stub.url()), Kind.CONFLUENT, new Auth.None(),
                Optional.empty(), Duration.ofMillis(400));
        assertEquals(FaultKind.TIMEOUT, refused(new RegistryClient(impatient, SECRETS), "id:1").kind());
    }

    private static void sleep() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void describesWhatItFound() throws Exception {
        try (RegistryClient client = client()) {
            assertEquals("Confluent-compatible, 2 subjects", client.test());
        }
    }

    @Test
    void neverShowsUserInformationOfItsUrl() {
        RegistrySettings settings = RegistrySettings.at("http://alice:pw@registry:8081/api");
        assertEquals("http://registry:8081/api", settings.displayUrl());
    }
}
