package dev.brokerscope.core.rework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.message.Bytes;
import dev.brokerscope.api.message.Header;
import dev.brokerscope.api.message.Headers;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.archive.ArchiveContents;
import dev.brokerscope.archive.RunFidelity;
import dev.brokerscope.archive.block.Compression;
import dev.brokerscope.core.backup.BackupPlan;
import dev.brokerscope.core.decode.DecoderChain;
import dev.brokerscope.core.mask.MaskRules;
import dev.brokerscope.core.schema.SchemaChain;
import dev.brokerscope.core.secret.Keyrings;
import dev.brokerscope.core.secret.SecretPrompt;
import dev.brokerscope.core.secret.SecretStore;
import dev.brokerscope.core.secret.Vault;
import dev.brokerscope.plugin.json.JsonPlugin;
import dev.brokerscope.plugin.memory.MemoryBroker;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Canary values are nowhere in a masked archive.
class MaskedCopyTest {

    private static final List<String> CANARIES = List.of("canary-key-", "canary@example.org", "canary-token",
            "canary street");
    private static final String RULES = """
            // all that names a person
            {"secret": "@env:MASK", "otherwise": "%s", "rules": [
              {"part": "key", "action": "pseudonym"},
              {"path": "**.mail", "action": "pseudonym"},
              {"path": "address", "action": "null"},
              {"part": "header", "name": "token", "action": "drop"}]}""";

    @TempDir
    Path folder;

    private Desk desk;
    private MemoryBroker source;

    @BeforeEach
    void messagesWithCanaries() throws Exception {
        desk = new Desk(folder);
        desk.decodeWith(new DecoderChain(new JsonPlugin().decoders()));
        source = desk.lab().source();
        source.create("people", 2);
        for (int i = 0; i < 2_000; i++) {
            source.publish("people", Message.at(i % 2, 0, 0).key(Bytes.utf8("canary-key-" + i % 50).toArray())
                    .value(Bytes.utf8("{\"id\":" + i + ",\"who\":{\"mail\":\"canary@example.org\"},"
                            + "\"address\":{\"street\":\"canary street\"}}").toArray())
                    .headers(Headers.of(Header.of("token", "canary-token"), Header.of("kept", "yes"))).build());
        }
    }

    @Test
    void noCanaryIsLeftAndJoinsStillHold() throws Exception {
        Path original = desk.backup("a.msgdb", "people");
        Path masked = desk.file("b.msgdb");
        copy(original, masked, "refuse");
        for (String canary : CANARIES) {
            assertEquals(0, PruneTest.occurrences(masked, canary), canary);
        }
        List<Message> messages = Desk.read(masked, "people");
        assertEquals(2_000, messages.size());
        assertEquals(50, messages.stream().map(m -> m.key().orElseThrow()).distinct().count());
        assertTrue(messages.stream().allMatch(m -> m.headers().size() == 1));
        assertEquals(List.of(), Desk.deep(masked).problems());
    }

    @Test
    void theRunIsMarkedWithTheHashOfTheRules() throws Exception {
        Path masked = desk.file("b.msgdb");
        copy(desk.backup("a.msgdb", "people"), masked, "refuse");
        ArchiveContents.Run run = Desk.contents(masked).runs().getFirst();
        assertEquals(RunFidelity.MASKED, run.fidelity());
        assertTrue(run.events().stream().anyMatch(e -> e.kind().equals("masked")
                && e.detail().matches("4 rules of rules.json, sha256:[0-9a-f]{64}")), run.events()::toString);
        assertFalse(Desk.dump(masked).contains("long enough"));
    }

    @Test
    void anUnreadableMessageEndsTheCopyAndLeavesNothing() throws Exception {
        source.publish("people", Message.at(0, 0, 0).value(Bytes.utf8("{\"mail\": \"canary@exam").toArray()).build());
        Path original = desk.backup("a.msgdb", "people");
        Path masked = desk.file("b.msgdb");
        assertThrows(FaultException.class, () -> copy(original, masked, "refuse"));
        assertFalse(Files.exists(masked));
        copy(original, masked, "drop");
        assertEquals(2_000, Desk.read(masked, "people").size());
        assertEquals(0, PruneTest.occurrences(masked, "canary@exam"));
    }

    @Test
    void aMaskedBackupNeverHoldsACanary() throws Exception {
        BackupPlan plan = desk.lab().plan("people");
        desk.lab().decodeWith(new DecoderChain(new JsonPlugin().decoders()), new SchemaChain(List.of()));
        desk.lab().backup(plan.reading(plan.reading().masked(Optional.of(rules("refuse"))))
                .storing(plan.storing().compressed(Compression.NONE)));
        Path masked = desk.lab().file();
        for (String canary : CANARIES) {
            assertEquals(0, PruneTest.occurrences(masked, canary), canary);
        }
        assertEquals(2_000, Desk.read(masked, "people").size());
        ArchiveContents.Run run = Desk.contents(masked).runs().getFirst();
        assertEquals(RunFidelity.MASKED, run.fidelity());
        assertTrue(run.events().stream().anyMatch(e -> e.kind().equals("masked")));
    }

    private void copy(Path from, Path to, String otherwise) throws Exception {
        new Copy(desk.tools().writing(desk.tools().options().compressed(Compression.NONE))).run(
                CopyPlan.whole(from, to).masked(Optional.of(rules(otherwise))), desk.job());
    }

    private MaskRules rules(String otherwise) throws Exception {
        Path rules = Files.writeString(folder.resolve("rules.json"), RULES.formatted(otherwise));
        Map<String, String> environment = Map.of("MASK", "a secret that is long enough");
        SecretStore secrets = new SecretStore(Keyrings.NONE, new Vault(folder.resolve("vault"), SecretPrompt.NOBODY,
                environment), SecretPrompt.NOBODY, environment);
        return MaskRules.load(rules, secrets);
    }
}
