package dev.brokerscope.desktop.unlock;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.archive.crypt.ArchiveKey;
import dev.brokerscope.archive.crypt.FileKey;
import dev.brokerscope.archive.crypt.KeySlot;
import dev.brokerscope.archive.crypt.PassphraseKey;
import dev.brokerscope.core.keys.IdentityFile;
import dev.brokerscope.desktop.desk.Desk;
import dev.brokerscope.desktop.ui.Glyph;
import dev.brokerscope.desktop.ui.Rows;
import dev.brokerscope.desktop.ui.Texts;
import dev.brokerscope.desktop.ui.Tone;
import dev.brokerscope.desktop.ui.control.Buttons;
import dev.brokerscope.desktop.ui.control.FieldBox;
import dev.brokerscope.desktop.ui.control.NoticeBar;
import dev.brokerscope.desktop.ui.dialog.DialogCard;
import dev.brokerscope.desktop.ui.dialog.ModalHost;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Asks for the key of an encrypted archive: its passphrase, a key file, or an identity, whichever opens it. FX thread.
public final class UnlockDialog {

    private static final double WIDTH = 520;

    private final Desk desk;
    private final Path archive;
    private final Answer answer;
    private final List<KeySlot> slots;
    private final PasswordField passphrase = new PasswordField();
    private final HBox files = Rows.row(8);
    private final VBox told = Rows.column(0);
    private final Button unlock = Buttons.plain(Texts.text("unlock.unlock"), this::typed);
    private boolean answered;

    /// What becomes of it.
    public interface Answer {
        /// The engine has a key now that opens it.
        void unlocked();

        /// To be shown without its messages.
        void withoutMessages();
    }

    /// Gets a key from a file.
    private interface Fetching {
        List<? extends ArchiveKey> keys() throws FaultException;
    }

    private UnlockDialog(Desk desk, Path archive, List<KeySlot> slots, Answer answer) {
        this.desk = desk;
        this.archive = archive;
        this.slots = slots;
        this.answer = answer;
    }

    /// @param slots what opens it
    public static void show(Desk desk, Path archive, List<KeySlot> slots, Answer answer) {
        new UnlockDialog(desk, archive, slots, answer).show();
    }

    private void show() {
        ModalHost modals = desk.screens().modals();
        String needs = slots.stream().map(KeySlot::need).distinct().collect(Collectors.joining(", or "));
        passphrase.setPromptText(Texts.text("unlock.passphrase"));
        passphrase.setAccessibleText(Texts.text("unlock.passphrase"));
        passphrase.textProperty().subscribe(typed -> unlock.setDisable(typed.isEmpty()));
        VBox body = Rows.column(10, Rows.wrapped(Texts.text("unlock.needs", archive.getFileName(), needs)));
        if (opensBy(KeySlot.Kind.PASSPHRASE)) {
            FieldBox box = new FieldBox(Glyph.KEY_ROUND, passphrase);
            box.getStyleClass().add("large");
            body.getChildren().add(box);
        }
        if (opensBy(KeySlot.Kind.RECIPIENT)) {
            files.getChildren().add(Buttons.plain(Texts.text("unlock.identity"), Glyph.FINGERPRINT,
                    () -> choose("unlock.choose-identity", IdentityFile::read)));
        }
        if (opensBy(KeySlot.Kind.KEY_FILE)) {
            files.getChildren().add(Buttons.plain(Texts.text("unlock.key-file"), Glyph.FILE,
                    () -> choose("unlock.choose-key-file", file -> List.of(FileKey.read(file)))));
        }
        if (!files.getChildren().isEmpty()) {
            body.getChildren().add(files);
        }
        body.getChildren().addAll(told, Rows.wrapped(Texts.text("unlock.without"), "small", "muted"));
        DialogCard card = new DialogCard(modals, Glyph.LOCK, Texts.text("unlock.title"), body, WIDTH);
        Button look = Buttons.plain(Texts.text("unlock.look"), () -> leave(answer::withoutMessages));
        look.getStyleClass().add("large");
        card.addLeft(look);
        card.addButton(Buttons.plain(Texts.text("cancel"), modals::close));
        if (opensBy(KeySlot.Kind.PASSPHRASE)) {
            card.addDefault(unlock);
        }
        modals.show(card, ModalHost.Place.CENTRE, () -> answered = true);
        if (opensBy(KeySlot.Kind.PASSPHRASE)) {
            passphrase.requestFocus();
        }
    }

    private boolean opensBy(KeySlot.Kind kind) {
        return slots.stream().anyMatch(s -> s.kind() == kind);
    }

    private void typed() {
        char[] characters = passphrase.getText().toCharArray();
        PassphraseKey key = new PassphraseKey(characters);
        Arrays.fill(characters, '\0');
        attempt("unlock.wrong-passphrase", () -> List.of(key));
    }

    /// Reads the keys of a file.
    private interface Reading {
        List<? extends ArchiveKey> of(Path file) throws FaultException;
    }

    private void choose(String title, Reading reading) {
        desk.services().chooseFile(Texts.text(title), List.of())
                .ifPresent(file -> attempt("unlock.wrong-file", () -> reading.of(file)));
    }

    private void attempt(String wrong, Fetching fetching) {
        busy(true);
        told.getChildren().clear();
        desk.work().execute(() -> {
            try {
                tryOne(fetching.keys());
                desk.ui().execute(() -> leave(answer::unlocked));
            } catch (FaultException e) {
                String sentence = e.kind() == FaultKind.WRONG_KEY ? Texts.text(wrong) : e.fault().sentence();
                desk.ui().execute(() -> refused(sentence));
            }
        });
    }

    /// An identity's file may hold several.
    private void tryOne(List<? extends ArchiveKey> keys) throws FaultException {
        for (int i = 0; i < keys.size(); i++) {
            try {
                desk.engine().archiveKeys().unlock(archive, keys.get(i));
                return;
            } catch (FaultException e) {
                keys.get(i).close();
                if (i == keys.size() - 1 || e.kind() != FaultKind.WRONG_KEY) {
                    throw e;
                }
            }
        }
    }

    private void refused(String sentence) {
        busy(false);
        told.getChildren().setAll(new NoticeBar(Tone.BAD, Glyph.CIRCLE_X, sentence, List.of()));
        passphrase.selectAll();
        passphrase.requestFocus();
    }

    private void busy(boolean busy) {
        passphrase.setDisable(busy);
        files.setDisable(busy);
        unlock.setDisable(busy || passphrase.getText().isEmpty());
        unlock.setText(Texts.text(busy ? "unlock.trying" : "unlock.unlock"));
    }

    /// Nothing happens any more once the dialog was closed.
    private void leave(Runnable then) {
        if (!answered) {
            desk.screens().modals().close();
            passphrase.clear();
            then.run();
        }
    }
}
