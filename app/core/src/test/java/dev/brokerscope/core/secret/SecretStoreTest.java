package dev.brokerscope.core.secret;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brokerscope.api.fault.FaultException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretStoreTest {

    @TempDir
    Path folder = Path.of("");

    /// A keyring that answers.
    private static final class Drawer implements Keyrings {
        private final Map<String, String> secrets = new HashMap<>();

        @Override
        public boolean available() {
            return true;
        }

        @Override
        public Optional<char[]> find(String name) {
            return Optional.ofNullable(secrets.get(name)).map(String::toCharArray);
        }

        @Override
        public void put(String name, char[] secret) {
            secrets.put(name, new String(secret));
        }

        @Override
        public void remove(String name) {
            secrets.remove(name);
        }

        @Override
        public String place() {
            return "the drawer";
        }
    }

    private SecretStore store(Keyrings keyring, Map<String, String> environment) {
        return new SecretStore(keyring,
                new Vault(folder.resolve("vault.json"), SecretPrompt.NOBODY, environment, 1_000),
                question -> Optional.of(("typed for " + question).toCharArray()), environment);
    }

    @Test
    void resolvesVariablesFilesAndWhatIsTyped() throws Exception {
        Path file = Files.writeString(folder.resolve("secret"), "from file\r\n");
        SecretStore store = store(Keyrings.NONE, Map.of("TOKEN", "from variable"));
        assertArrayEquals("from variable".toCharArray(), store.resolve("@env:TOKEN"));
        assertArrayEquals("from file".toCharArray(), store.resolve("@file:" + file));
        assertArrayEquals("typed for Pin".toCharArray(), store.resolve("@ask:Pin"));
    }

    @Test
    void prefersTheKeyringAndFallsBackToTheVault() throws Exception {
        Drawer drawer = new Drawer();
        assertEquals("@keyring:shop", store(drawer, Map.of()).store("shop", "x".toCharArray()));
        assertArrayEquals("x".toCharArray(), store(drawer, Map.of()).resolve("@keyring:shop"));
        SecretStore vaulted = store(Keyrings.NONE, Map.of(Vault.VARIABLE, "sesame"));
        assertEquals("@vault:shop", vaulted.store("shop", "y".toCharArray()));
        assertArrayEquals("y".toCharArray(), vaulted.resolve("@vault:shop"));
        assertFalse(Files.exists(folder.resolve("vault.json.part")));
    }

    @Test
    void whatIsMissingIsNamedWithARemedy() {
        SecretStore store = store(new Drawer(), Map.of());
        for (String reference : new String[]{"@env:NOPE", "@file:" + folder.resolve("nope"), "@keyring:nope",
            "@vault:nope"}) {
            FaultException e = assertThrows(FaultException.class, () -> store.resolve(reference));
            assertTrue(e.fault().message().toLowerCase(java.util.Locale.ROOT).contains("nope"), e.fault().message());
            assertFalse(e.fault().remedy().isEmpty());
        }
    }

    @Test
    void aSecretInPlaceOfAReferenceIsNotRepeated() {
        FaultException e = assertThrows(FaultException.class,
                () -> store(Keyrings.NONE, Map.of()).resolve("hunter2"));
        assertFalse(e.fault().sentence().contains("hunter2"));
    }

    @Test
    void referencesAreWrittenAsTheyAreRead() {
        for (String text : new String[]{"@env:A", "@file:/a:b", "@keyring:shop/password", "@vault:x", "@ask",
            "@ask:Pin"}) {
            assertEquals(text, SecretRef.parse(text).orElseThrow().text());
        }
        assertEquals(Optional.empty(), SecretRef.parse("@env:"));
        assertEquals(Optional.empty(), SecretRef.parse("plain"));
    }
}
