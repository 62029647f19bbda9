package dev.brokerscope.core.secret;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VaultTest {

    @TempDir
    Path folder = Path.of("");

    private Vault vault(String passphrase) {
        return new Vault(folder.resolve("vault.json"), SecretPrompt.NOBODY, Map.of(Vault.VARIABLE, passphrase), 1_000);
    }

    @Test
    void givesBackWhatItWasGivenAndNothingInClear() throws Exception {
        vault("open sesame").put("shop", "canary-42".toCharArray());
        vault("open sesame").put("other", "x".toCharArray());
        assertArrayEquals("canary-42".toCharArray(), vault("open sesame").find("shop").orElseThrow());
        assertFalse(Files.readString(folder.resolve("vault.json")).contains("canary-42"));
    }

    @Test
    void aWrongPassphraseOpensNothing() throws Exception {
        vault("right").put("shop", "secret".toCharArray());
        FaultException e = assertThrows(FaultException.class, () -> vault("wrong").find("shop"));
        assertEquals(FaultKind.WRONG_KEY, e.kind());
    }

    @Test
    void withoutAPassphraseNobodyCanOpenIt() throws Exception {
        vault("right").put("shop", "secret".toCharArray());
        Vault mute = new Vault(folder.resolve("vault.json"), SecretPrompt.NOBODY, Map.of(), 1_000);
        FaultException e = assertThrows(FaultException.class, () -> mute.find("shop"));
        assertEquals(FaultKind.REFUSED, e.kind());
        assertTrue(e.fault().remedy().contains(Vault.VARIABLE));
    }

    @Test
    void askedOnceItRemembersThePassphrase() throws Exception {
        vault("right").put("shop", "secret".toCharArray());
        int[] asked = {0};
        Vault vault = new Vault(folder.resolve("vault.json"), question -> {
            asked[0]++;
            return Optional.of("right".toCharArray());
        }, Map.of(), 1_000);
        vault.find("shop");
        vault.find("shop");
        assertEquals(1, asked[0]);
    }

    @Test
    void aDamagedFileIsSaidSo() throws Exception {
        Files.writeString(folder.resolve("vault.json"), "{\"version\":");
        FaultException e = assertThrows(FaultException.class, () -> vault("any").find("shop"));
        assertEquals(FaultKind.CORRUPT, e.kind());
    }

    @Test
    void whatIsRemovedIsGone() throws Exception {
        vault("right").put("shop", "secret".toCharArray());
        vault("right").remove("shop");
        assertEquals(Optional.empty(), vault("right").find("shop"));
    }

    @Test
    void onlyItsOwnerCanReadTheFile() throws Exception {
        vault("right").put("shop", "secret".toCharArray());
        assertEquals("[OWNER_READ, OWNER_WRITE]",
                new java.util.TreeSet<>(Files.getPosixFilePermissions(folder.resolve("vault.json"))).toString());
    }
}
