package dev.brokerscope.desktop.shell;

import dev.brokerscope.core.secret.SecretPrompt;
import dev.brokerscope.desktop.ui.Glyph;
import dev.brokerscope.desktop.ui.Rows;
import dev.brokerscope.desktop.ui.Texts;
import dev.brokerscope.desktop.ui.UiThread;
import dev.brokerscope.desktop.ui.control.Buttons;
import dev.brokerscope.desktop.ui.dialog.DialogCard;
import dev.brokerscope.desktop.ui.dialog.ModalHost;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import javafx.application.Platform;
import javafx.scene.control.PasswordField;
import org.jspecify.annotations.Nullable;

/// Asks for a secret in the window. Waits for the window where the question comes before it.
final class VaultPrompt implements SecretPrompt {

    private static final double WIDTH = 460;

    private final CountDownLatch ready = new CountDownLatch(1);
    private final UiThread ui;
    private volatile @Nullable ModalHost host;

    VaultPrompt(UiThread ui) {
        this.ui = ui;
    }

    void attach(ModalHost modals) {
        host = modals;
        ready.countDown();
    }

    @Override
    public Optional<char[]> ask(String question) {
        if (Platform.isFxApplicationThread()) {
            throw new IllegalStateException("a question to the user would wait for itself");
        }
        try {
            ready.await();
            CompletableFuture<Optional<char[]>> answer = new CompletableFuture<>();
            ui.later(() -> show(question, answer));
            return answer.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private void show(String question, CompletableFuture<Optional<char[]>> answer) {
        ModalHost modals = host;
        if (modals == null) {
            answer.complete(Optional.empty());
            return;
        }
        PasswordField field = new PasswordField();
        field.setAccessibleText(question);
        DialogCard card = new DialogCard(modals, Glyph.KEY_ROUND, Texts.text("secret.title"),
                Rows.column(6, Rows.wrapped(question, "muted"), field), WIDTH);
        card.addButton(Buttons.plain(Texts.text("cancel"), modals::close));
        card.addDefault(Buttons.plain(Texts.text("secret.use"), () -> {
            answer.complete(Optional.of(field.getText().toCharArray()));
            modals.close();
        }));
        modals.show(card, ModalHost.Place.CENTRE, () -> answer.complete(Optional.empty()));
        field.requestFocus();
    }
}
