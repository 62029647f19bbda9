package dev.brokerscope.kafka.testkit.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class SchemaRegistryServerTest {

    private static final String PERSON = record("Person", "{\"name\":\"name\",\"type\":\"string\"}");
    private static final String PERSON_WITH_AGE = record("Person", "{\"name\":\"name\",\"type\":\"string\"},"
            + "{\"name\":\"age\",\"type\":\"int\",\"default\":0}");
    private static final String PERSON_MUST_AGE = record("Person", "{\"name\":\"name\",\"type\":\"string\"},"
            + "{\"name\":\"age\",\"type\":\"int\"}");

    private final HttpClient client = HttpClient.newHttpClient();
    private SchemaRegistryServer registry = SchemaRegistryServer.start();

    @BeforeEach
    void registerPerson() {
        registry.register("person-value", RegisteredSchema.avro(PERSON));
    }

    @AfterEach
    void close() {
        registry.close();
        client.close();
    }

    @Test
    void givesASchemaByItsId() throws Exception {
        HttpResponse<String> answer = get("/schemas/ids/1");

        assertEquals(200, answer.statusCode());
        assertTrue(answer.body().startsWith("{\"schema\":\"{\\\"type\\\":\\\"record\\\",\\\"name\\\":\\\"Person\\\""),
                answer.body());
    }

    @Test
    void gives40403ForAnUnknownId() throws Exception {
        assertAnswer(404, "{\"error_code\":40403,\"message\":\"Schema 99 not found\"}", get("/schemas/ids/99"));
    }

    @Test
    void gives40401ForAnUnknownSubject() throws Exception {
        assertAnswer(404, "{\"error_code\":40401,\"message\":\"Subject 'nope' not found.\"}",
                get("/subjects/nope/versions"));
    }

    @Test
    void gives40402ForAnUnknownVersion() throws Exception {
        assertAnswer(404, "{\"error_code\":40402,\"message\":\"Version 9 not found.\"}",
                get("/subjects/person-value/versions/9"));
    }

    @Test
    void gives42202ForAVersionThatIsNoNumber() throws Exception {
        assertEquals(422, get("/subjects/person-value/versions/abc").statusCode());
    }

    @Test
    void gives42201ForASchemaThatDoesNotParse() throws Exception {
        HttpResponse<String> answer = post("/subjects/s/versions", body("{\"type\":\"recordd\"}"));

        assertEquals(422, answer.statusCode());
        assertTrue(answer.body().startsWith("{\"error_code\":42201,"), answer.body());
    }

    @Test
    void gives409ForAVersionThatCannotReadTheLast() throws Exception {
        HttpResponse<String> answer = post("/subjects/person-value/versions", body(PERSON_MUST_AGE));

        assertEquals(409, answer.statusCode());
        assertTrue(answer.body().startsWith("{\"error_code\":409,"), answer.body());
    }

    @Test
    void keepsTheIdOfASchemaWrittenWithOtherWhiteSpace() throws Exception {
        HttpResponse<String> answer = post("/subjects/other-value/versions", body(PERSON.replace(",", " ,\n ")));

        assertTrue(answer.body().startsWith("{\"id\":1,\"version\":1,"), answer.body());
    }

    @Test
    void countsVersionsOfASubject() throws Exception {
        registry.register("person-value", RegisteredSchema.avro(PERSON_WITH_AGE));

        assertAnswer(200, "[1,2]", get("/subjects/person-value/versions"));
        assertAnswer(200, "[{\"subject\":\"person-value\",\"version\":2}]", get("/schemas/ids/2/versions"));
    }

    @Test
    void refusesToDeleteWhatAnotherSchemaRefersTo() throws Exception {
        registry.register("team-value", RegisteredSchema.avro(record("Team",
                "{\"name\":\"lead\",\"type\":\"Person\"}"))
                .referring(new RegisteredSchema.Reference("Person", "person-value", 1)));

        HttpResponse<String> answer = send(request("/subjects/person-value").DELETE());

        assertEquals(422, answer.statusCode());
        assertTrue(answer.body().startsWith("{\"error_code\":42206,"), answer.body());
    }

    @Test
    void deletesForGoodOnlyWhatWasDeletedBefore() throws Exception {
        assertEquals(404, send(request("/subjects/person-value?permanent=true").DELETE()).statusCode());
        assertAnswer(200, "[1]", send(request("/subjects/person-value").DELETE()));
        assertAnswer(200, "[1]", send(request("/subjects/person-value?permanent=true").DELETE()));
        assertEquals(404, get("/schemas/ids/1").statusCode());
    }

    @Test
    void asksForCredentials() throws Exception {
        registry.close();
        registry = SchemaRegistryServer.start(RegistrySetup.open().basic());

        assertAnswer(401, "{\"error_code\":401,\"message\":\"Unauthorized\"}", get("/subjects"));
        assertEquals(200, send(request("/subjects").header("Authorization",
                RegistrySetup.open().basic().authorization().orElseThrow())).statusCode());
    }

    @Test
    void notesWhoFollowsItElsewhere() throws Exception {
        registry.behave(RegistryManners.REDIRECTING);
        try (HttpClient trusting = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.ALWAYS).build()) {
            trusting.send(request("/schemas/ids/1").build(), BodyHandlers.ofString());
        }

        assertEquals(1, registry.led());
    }

    private static String record(String name, String fields) {
        return "{\"type\":\"record\",\"name\":\"" + name + "\",\"fields\":[" + fields + "]}";
    }

    private static String body(String schema) {
        return "{\"schema\":\"" + schema.replace("\"", "\\\"").replace("\n", "\\n") + "\"}";
    }

    private static void assertAnswer(int status, String body, HttpResponse<String> answer) {
        assertEquals(body, answer.body());
        assertEquals(status, answer.statusCode());
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path));
    }

    private HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return send(request(path).POST(BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(registry.url() + path));
    }
}
