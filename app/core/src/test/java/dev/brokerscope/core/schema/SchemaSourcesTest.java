package dev.brokerscope.core.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.brokerscope.api.decode.SchemaId;
import dev.brokerscope.api.decode.SchemaSource;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.settings.Settings;
import dev.brokerscope.core.schema.RegistrySettings.Auth;
import dev.brokerscope.core.schema.RegistrySettings.KeyFile;
import dev.brokerscope.core.schema.RegistrySettings.Kind;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaSourcesTest {

    private static final String ORDER = """
            {"type":"record","name":"Order","namespace":"lab","doc":"x","fields":[
              {"name":"id","type":{"type":"long"},"default":0},
              {"name":"c","type":["null",{"type":"enum","name":"Currency","symbols":["EUR","USD"]}]},
              {"name":"m","type":{"type":"map","values":{"type":"array","items":"Currency"}}},
              {"name":"f","type":{"type":"fixed","name":"a.b.Md5","size":16}}]}""";

    @TempDir
    private Path folder;

    private static SchemaSource failing(FaultKind kind) {
        return id -> {
            throw new FaultException(kind, "x", kind.toString(), "");
        };
    }

    @Test
    void findsFilesByNameAndById() throws Exception {
        Files.writeString(folder.resolve("order.avsc"), "\"long\"");
        Files.writeString(folder.resolve("42.avsc"), "\"int\"");
        FileSchemas files = new FileSchemas(folder);
        assertEquals("\"long\"", files.find(new SchemaId("file:order.avsc")).content());
        assertEquals("\"int\"", files.find(new SchemaId("id:42")).content());
        assertEquals(FaultKind.NOT_FOUND,
                assertThrows(FaultException.class, () -> files.find(new SchemaId("id:7"))).kind());
    }

    @Test
    void findsFilesByFingerprint() throws Exception {
        Files.writeString(folder.resolve("broken.avsc"), "{nonsense");
        Files.writeString(folder.resolve("order.avsc"), ORDER);
        // of the specification's own implementation
        org.apache.avro.Schema schema = new org.apache.avro.Schema.Parser().parse(ORDER);
        String expected = String.format("%016x", org.apache.avro.SchemaNormalization.parsingFingerprint64(schema));
        assertEquals(ORDER, new FileSchemas(folder).find(SchemaId.of("fingerprint", expected)).content());
    }

    @Test
    void saysThatAFolderIsMissing() {
        FileSchemas files = new FileSchemas(folder.resolve("nowhere"));
        assertEquals(FaultKind.FILE_ACCESS,
                assertThrows(FaultException.class, () -> files.find(new SchemaId("id:7"))).kind());
    }

    @Test
    void asksTheNextSourceAndTellsTheWorstFault() throws Exception {
        Files.writeString(folder.resolve("42.avsc"), "\"int\"");
        SchemaSource files = new FileSchemas(folder);
        SchemaChain chain = new SchemaChain(List.of(failing(FaultKind.UNREACHABLE), files));
        assertEquals("\"int\"", chain.find(new SchemaId("id:42")).content());
        assertEquals(FaultKind.UNREACHABLE,
                assertThrows(FaultException.class, () -> chain.find(new SchemaId("id:7"))).kind());
        FaultException none = assertThrows(FaultException.class,
                () -> new SchemaChain(List.of()).find(new SchemaId("id:7")));
        assertEquals("Schema id:7 is not known, and the connection has no schema registry.", none.fault().message());
    }

    @Test
    void writesRegistrySettingsAndReadsThemBack() {
        KeyFile keys = new KeyFile(Path.of("/k.p12"), Optional.of("@env:PW"));
        for (Auth auth : List.of(new Auth.None(), new Auth.Basic("alice", "@keyring:r"), new Auth.Bearer("@file:/t"),
                new Auth.MutualTls(keys))) {
            RegistrySettings settings = new RegistrySettings(URI.create("https://r:8081/x"), Kind.APICURIO, auth,
                    Optional.of(new KeyFile(Path.of("/ca.pem"), Optional.empty())), Duration.ofSeconds(3));
            assertEquals(settings, RegistrySettings.of(settings.settings()));
            assertEquals(List.of(), RegistryForm.SCHEMA.problems(settings.settings()));
        }
    }

    @Test
    void refusesSecretsAndUsersInTheUrl() {
        assertEquals(1, RegistryForm.SCHEMA.problems(new Settings(Map.of("url", "http://a:b@r"))).size());
        assertEquals(1, RegistryForm.SCHEMA
                .problems(new Settings(Map.of("url", "http://r", "auth", "bearer", "token", "plain"))).size());
    }
}
