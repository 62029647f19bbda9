package dev.brokerscope.core.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.brokerscope.api.decode.RegisteredSchema;
import dev.brokerscope.api.decode.RegisteredSchema.SubjectVersion;
import dev.brokerscope.api.decode.SchemaId;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Answers as Apicurio Registry 3.3 and 2.6 give them.
class ApicurioClientTest {

    private static final String V3 = "/apis/registry/v3";
    private static final String V2 = "/apis/registry/v2";
    private static final Secrets NONE = _ -> new char[0];

    private RegistryStub stub;

    @BeforeEach
    void start() throws Exception {
        stub = new RegistryStub();
    }

    @AfterEach
    void stop() {
        stub.close();
    }

    private RegisteredSchema find(String path, String id) throws Exception {
        try (RegistryClient client = new RegistryClient(RegistrySettings.at(stub.url() + path), NONE)) {
            return client.find(new SchemaId(id));
        }
    }

    private void three() {
        stub.json(V3 + "/system/info", "{\"name\":\"Apicurio Registry\",\"version\":\"3.3.3\"}")
                .json(V3 + "/ids/contentIds/1", "\"long\"").json(V3 + "/ids/contentIds/1/references", "[]")
                .json(V3 + "/search/versions",
                        "{\"count\":1,\"versions\":[{\"artifactId\":\"orders-value\",\"version\":\"2\",\"globalId\":11}]}");
    }

    @Test
    void findsByContentIdOnABareHost() throws Exception {
        three();
        RegisteredSchema schema = find("", "content:1");
        assertEquals("\"long\"", schema.content());
        assertEquals("AVRO", schema.kind());
        assertEquals(List.of(new SubjectVersion("orders-value", 2)), schema.subjects());
    }

    @Test
    void findsByGlobalIdWithReferences() throws Exception {
        stub.on(V3 + "/ids/globalIds/11", e -> {
            e.getResponseHeaders().set("X-Registry-ArtifactType", "AVRO");
            RegistryStub.send(e, 200, "application/json", "{\"type\":\"record\"}");
        }).json(V3 + "/ids/globalIds/11/references",
                "[{\"groupId\":\"team\",\"artifactId\":\"money\",\"version\":\"1.0\",\"name\":\"m.Money\"}]")
                .json(V3 + "/groups/team/artifacts/money/versions/1.0/content", "{\"type\":\"enum\"}");
        RegisteredSchema schema = find(V3, "global:11");
        assertEquals("{\"type\":\"enum\"}", schema.references().getFirst().schema().content());
        assertEquals("m.Money", schema.references().getFirst().name());
    }

    @Test
    void takesFourBytesForAContentIdFirstThenForAGlobalId() throws Exception {
        three();
        stub.json(V3 + "/ids/globalIds/21", "\"int\"");
        assertEquals("\"long\"", find(V3, "id:1").content());
        assertEquals("\"int\"", find(V3, "id:21").content());
        assertEquals(FaultKind.NOT_FOUND, assertThrows(FaultException.class, () -> find(V3, "id:22")).kind());
    }

    @Test
    void speaksVersionTwo() throws Exception {
        stub.json(V2 + "/system/info", "{\"version\":\"2.6.13.Final\"}").json(V2 + "/ids/globalIds/14", "\"long\"");
        assertEquals("\"long\"", find("", "global:14").content());
    }

    @Test
    void findsItsOwnIdsBesideTheConfluentPath() throws Exception {
        stub.json("/apis/ccompat/v7/schemas/ids/1", "{\"schema\":\"\\\"long\\\"\"}").json(V2 + "/ids/globalIds/14",
                "\"int\"");
        assertEquals("\"long\"", find("/apis/ccompat/v7", "id:1").content());
        assertEquals("\"int\"", find("/apis/ccompat/v7", "global:14").content());
    }

    @Test
    void saysThatAHostIsNoRegistry() {
        FaultException fault = assertThrows(FaultException.class, () -> find("", "id:1"));
        assertEquals("The schema registry " + stub.url() + " answered with neither Confluent's API nor Apicurio's.",
                fault.fault().message());
    }

    @Test
    void describesItself() throws Exception {
        three();
        try (RegistryClient client = new RegistryClient(RegistrySettings.at(stub.url()), NONE)) {
            assertEquals("Apicurio Registry 3.3.3", client.test());
        }
    }
}
