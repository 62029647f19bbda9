package dev.brokerscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brokerscope.api.message.Message;
import dev.brokerscope.cli.Shell.Result;
import dev.brokerscope.testkit.SeededMessages;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Encrypted archives on the command line: with the key as any other, without it 12.
class EncryptedStoryTest {

    @TempDir
    Path folder = Path.of("");

    private Shell shell = new Shell(folder);
    private String archive = "";

    @BeforeEach
    void sitDown() throws Exception {
        shell = new Shell(folder).with("PASS", "correct horse battery staple").with("OTHER", "not this one");
        shell.broker().create("orders", 2);
        for (Message message : SeededMessages.ofThisRun().generate(300, 2)) {
            shell.broker().publish("orders", message);
        }
        done("connections", "add", "shop", "--broker", "memory", "--stage", "test");
        archive = shell.file("shop.msgdb");
    }

    private Result done(String... words) {
        return ended(0, words);
    }

    private Result ended(int exit, String... words) {
        Result result = shell.run(words);
        assertEquals(exit, result.exit(), String.join(" ", words) + ": " + result.err() + result.out());
        return result;
    }

    private void backUp(String... options) {
        String[] words = new String[6 + options.length];
        System.arraycopy(new String[]{"backup", "orders", "--out", archive, "-c", "shop"}, 0, words, 0, 6);
        System.arraycopy(options, 0, words, 6, options.length);
        done(words);
    }

    @Test
    void withItsPassphraseItIsReadCheckedComparedAndRestored() {
        backUp("--encrypt-passphrase", "@env:PASS", "--verify", "deep");
        assertTrue(done("info", archive).out().contains("orders"));
        done("verify", archive);
        done("verify", archive, "--deep", "--key", "@env:PASS");
        assertEquals(300, done("read", "orders", "--from", "oldest", "--json", "-c", archive, "--key", "@env:PASS")
                .out().lines().count());
        done("diff", archive + "::orders", "shop::orders", "--key", "@env:PASS");
        done("restore", archive, "--prefix", "r.", "--write", "-c", "shop", "--key", "@env:PASS");
        done("diff", "::orders", "::r.orders", "-c", "shop");
    }

    @Test
    void withoutItsKeyOnlyMessagesAreRefusedAndWithAnotherEverything() {
        backUp("--encrypt-passphrase", "@env:PASS");
        done("channels", "-c", archive);
        Result read = ended(12, "read", "orders", "-c", archive);
        assertTrue(read.err().contains("a passphrase") && read.err().contains("--key"), read.err());
        ended(12, "verify", archive, "--deep");
        ended(12, "diff", archive + "::orders", "shop::orders");
        ended(12, "info", archive, "--key", "@env:OTHER");
        ended(2, "info", archive, "--key", "the passphrase itself");
    }

    @Test
    void anIdentityOpensWhatIsEncryptedForItsRecipient() throws Exception {
        String identity = shell.file("me.identity");
        String recipient = done("keys", "new-identity", identity).out().strip();
        assertTrue(recipient.startsWith("bsr1"), recipient);
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(Path.of(identity))));
        ended(5, "keys", "new-identity", identity);
        ended(2, "backup", "orders", "--out", archive, "-c", "shop", "--encrypt-recipient", recipient.replace('a', 'b')
                + "x");
        backUp("--encrypt-recipient", recipient);
        done("verify", archive, "--deep", "--identity", identity);
        done("backup", "orders", "--out", archive, "-c", "shop", "--encrypt-recipient", recipient, "--resume");
    }

    @Test
    void whoEncryptsForARecipientCannotCheckDeepAndIsToldBefore() {
        String recipient = done("keys", "new-identity", shell.file("me.identity")).out().strip();
        Result result = ended(2, "backup", "orders", "--out", archive, "-c", "shop", "--encrypt-recipient", recipient,
                "--verify", "deep");
        assertTrue(result.err().contains("--identity"), result.err());
        assertFalse(Files.exists(Path.of(archive)));
    }

    @Test
    void aKeyFileIsGivenAsAnyKey() throws Exception {
        Path keyFile = folder.resolve("key.bin");
        byte[] bytes = new byte[64];
        java.util.Arrays.fill(bytes, (byte) 0xfe);
        Files.write(keyFile, bytes);
        backUp("--encrypt-key-file", keyFile.toString());
        done("verify", archive, "--deep", "--key", "@file:" + keyFile);
        Files.write(keyFile, new byte[31]);
        ended(2, "backup", "orders", "--out", shell.file("b.msgdb"), "-c", "shop", "--encrypt-key-file",
                keyFile.toString());
    }

    @Test
    void aTypedPassphraseIsAskedFor() {
        shell.answering("typed twice alike");
        backUp("--encrypt-passphrase", "@ask");
        done("verify", archive, "--deep", "--key", "@ask");
    }

    @Test
    void slotsAreAddedListedRotatedAndRemoved() {
        backUp("--encrypt-passphrase", "@env:PASS");
        String recipient = done("keys", "new-identity", shell.file("me.identity")).out().strip();
        ended(12, "keys", "add", archive, "--encrypt-recipient", recipient);
        done("keys", "add", archive, "--key", "@env:PASS", "--encrypt-recipient", recipient, "--label", "ops");
        assertTrue(done("keys", "list", archive).out().contains("(ops)"));
        done("verify", archive, "--deep", "--identity", shell.file("me.identity"));
        done("keys", "remove", archive, "--slot", "1");
        ended(12, "verify", archive, "--deep", "--key", "@env:PASS");
        assertTrue(ended(5, "keys", "remove", archive, "--slot", "2").err().contains("last"));
        ended(10, "keys", "remove", archive, "--slot", "7");
        done("keys", "rotate", archive, "--identity", shell.file("me.identity"), "--encrypt-passphrase", "@env:OTHER");
        done("verify", archive, "--deep", "--key", "@env:OTHER");
        ended(12, "verify", archive, "--deep", "--identity", shell.file("me.identity"));
        done("verify", archive);
        ended(2, "keys", "add", archive, "--key", "@env:OTHER");
        done("keys", "reseal", archive);
    }

    @Test
    void aPlainArchiveHasNoKeys() {
        backUp();
        assertEquals("", done("keys", "list", archive).out());
        ended(5, "keys", "add", archive, "--encrypt-passphrase", "@env:PASS");
    }

    @Test
    void aKeyIsFoundInAnEncryptedArchive() {
        backUp("--encrypt-passphrase", "@env:PASS");
        Message some = SeededMessages.ofThisRun().generate(300, 2).stream()
                .filter(m -> m.key().filter(k -> k.isUtf8() && k.size() > 3).isPresent()).findFirst().orElseThrow();
        String key = some.key().orElseThrow().utf8();
        long direct = done("read", "orders", "--from", "oldest", "--filter", "key=" + key, "--json", "-c", "shop").out()
                .lines().count();
        assertTrue(direct > 0);
        assertEquals(direct, done("read", "orders", "--from", "oldest", "--filter", "key=" + key, "--json", "-c",
                archive, "--key", "@env:PASS").out().lines().count());
        ended(12, "read", "orders", "--from", "oldest", "--filter", "key=" + key, "-c", archive);
    }

    @Test
    void aCopyIsEncryptedAnewAndIsEqual() {
        backUp("--encrypt-passphrase", "@env:PASS");
        String copy = shell.file("copy.msgdb");
        done("copy", archive, "--out", copy, "--key", "@env:PASS", "--encrypt-passphrase", "@env:OTHER");
        ended(12, "verify", copy, "--deep", "--key", "@env:PASS");
        done("verify", copy, "--deep", "--key", "@env:OTHER");
        done("diff", archive, copy, "--key", "@env:PASS", "--key", "@env:OTHER");
        ended(12, "diff", archive, copy);
    }

    @Test
    void eachVolumeOfASetHasAKeyOfItsOwn() throws Exception {
        String set = shell.file("set");
        Files.createDirectory(Path.of(set));
        done("backup", "orders", "--out", set, "--encrypt-passphrase", "@env:PASS", "-c", "shop");
        for (Message message : SeededMessages.ofThisRun().generate(50, 2)) {
            shell.broker().publish("orders", message);
        }
        done("backup", "orders", "--out", set, "--since-last", "--encrypt-passphrase", "@env:PASS", "--key",
                "@env:PASS", "-c", "shop");
        ended(12, "verify", set, "--deep");
        done("verify", set, "--deep", "--key", "@env:PASS");
        assertEquals(350, done("read", "orders", "--from", "oldest", "--json", "-c", set + "/", "--key", "@env:PASS")
                .out().lines().count());
        done("keys", "rotate", set, "--key", "@env:PASS", "--encrypt-passphrase", "@env:OTHER");
        done("verify", set, "--deep", "--key", "@env:OTHER");
    }
}
