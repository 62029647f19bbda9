package dev.brokerscope.desktop.unlock;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brokerscope.core.connection.OpenConnection;
import dev.brokerscope.desktop.wizard.EncryptedShop;
import dev.brokerscope.desktop.wizard.WorkStage;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.control.PasswordField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An encrypted archive asks for its key, says when it is wrong, and then opens for everything in the window.
class UnlockDialogTest {

    @TempDir
    Path folder;

    @Test
    void aWrongPassphraseIsToldAndTheRightOneOpensIt() throws Exception {
        try (WorkStage stage = new WorkStage(folder)) {
            Path archive = new EncryptedShop(folder.resolve("payments.msgdb"), "right horse").make();
            AtomicReference<String> answered = new AtomicReference<>("");
            try (OpenConnection locked = stage.engine().connector().openArchive(archive)) {
                assertTrue(locked.archive().orElseThrow().locked());
                stage.window().run(() -> UnlockDialog.show(stage.desk(), archive,
                        locked.archive().orElseThrow().keySlots(), answer(answered)));
                type(stage, "wrong horse");
                stage.press("Unlock");
                stage.window().awaitThat("told",
                        () -> stage.window().stage().getScene().getRoot().lookup(".notice") != null);
                type(stage, "right horse");
                stage.press("Unlock");
                stage.window().awaitThat("unlocked", () -> answered.get().equals("unlocked"));
            }
            try (OpenConnection open = stage.engine().connector().openArchive(archive)) {
                assertFalse(open.archive().orElseThrow().locked());
            }
        }
    }

    @Test
    void itCanBeLookedAtWithoutMessages() throws Exception {
        try (WorkStage stage = new WorkStage(folder)) {
            Path archive = new EncryptedShop(folder.resolve("payments.msgdb"), "right horse").make();
            AtomicReference<String> answered = new AtomicReference<>("");
            try (OpenConnection locked = stage.engine().connector().openArchive(archive)) {
                stage.window().run(() -> UnlockDialog.show(stage.desk(), archive,
                        locked.archive().orElseThrow().keySlots(), answer(answered)));
                stage.press("Look without messages");
                stage.window().awaitThat("without", () -> answered.get().equals("without"));
            }
        }
    }

    private static void type(WorkStage stage, String words) {
        stage.window().awaitThat("ready", () -> !field(stage).isDisabled());
        stage.window().run(() -> field(stage).setText(words));
    }

    private static PasswordField field(WorkStage stage) {
        return (PasswordField) stage.window().stage().getScene().getRoot().lookup(".password-field");
    }

    private static UnlockDialog.Answer answer(AtomicReference<String> answered) {
        return new UnlockDialog.Answer() {
            @Override
            public void unlocked() {
                answered.set("unlocked");
            }

            @Override
            public void withoutMessages() {
                answered.set("without");
            }
        };
    }
}
