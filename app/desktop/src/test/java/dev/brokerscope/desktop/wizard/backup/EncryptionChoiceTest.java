package dev.brokerscope.desktop.wizard.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.archive.crypt.Identity;
import dev.brokerscope.core.keys.Encryption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EncryptionChoiceTest {

    @TempDir
    Path folder = Path.of("");

    private final EncryptionChoice choice = new EncryptionChoice();

    @Test
    void nothingIsEncryptedUnlessChosen() throws Exception {
        assertEquals(Encryption.NONE, choice.making().make());
    }

    @Test
    void wantsThePassphraseTwice() throws Exception {
        choice.kindProperty().set(EncryptionKind.PASSPHRASE);
        assertEquals(Optional.of("Type a passphrase."), choice.problem());
        choice.passphraseProperty().set("correct horse battery staple");
        choice.againProperty().set("correct horse battery");
        assertEquals(Optional.of("The two passphrases differ."), choice.problem());
        choice.againProperty().set("correct horse battery staple");

        assertEquals(Optional.empty(), choice.problem());
        Encryption made = choice.making().make();
        assertTrue(made.protection().encrypts());
        assertEquals(List.of("--encrypt-passphrase", "@ask"), made.words().words());
        assertFalse(made.toString().contains("horse"));
    }

    @Test
    void tellsWeakPassphrasesFromStrongOnes() {
        assertEquals(Strength.WEAK, Strength.of("hunter2"));
        assertEquals(Strength.WEAK, Strength.of("aaaaaaaaaaaaaaaaaaaaaaaaaaaa"));
        assertEquals(Strength.FAIR, Strength.of("quiet-meadow-7"));
        assertEquals(Strength.STRONG, Strength.of("correct horse battery staple"));
    }

    @Test
    void takesOnlyARecipientThatIsOne() throws Exception {
        choice.kindProperty().set(EncryptionKind.RECIPIENT);
        choice.recipientProperty().set("bsr1nonsense");
        assertTrue(choice.problem().isPresent());
        choice.recipientProperty().set(Identity.generate().recipient().text());

        assertEquals(Optional.empty(), choice.problem());
        assertTrue(choice.making().make().protection().encrypts());
    }

    @Test
    void saysWhyAKeyFileCannotBeUsed() throws Exception {
        choice.kindProperty().set(EncryptionKind.KEY_FILE);
        choice.keyFileProperty().set(Files.writeString(folder.resolve("key"), "short").toString());

        FaultException why = assertThrows(FaultException.class, choice.making()::make);
        assertTrue(why.fault().message().contains("has 5 bytes"), why.fault().message());
    }
}
