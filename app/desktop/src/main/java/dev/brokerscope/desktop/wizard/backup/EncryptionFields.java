package dev.brokerscope.desktop.wizard.backup;

import dev.brokerscope.desktop.desk.Desk;
import dev.brokerscope.desktop.ui.Glyph;
import dev.brokerscope.desktop.ui.Rows;
import dev.brokerscope.desktop.ui.Texts;
import dev.brokerscope.desktop.ui.Tone;
import dev.brokerscope.desktop.ui.control.Buttons;
import dev.brokerscope.desktop.ui.control.FieldBox;
import dev.brokerscope.desktop.ui.control.NoticeBar;
import dev.brokerscope.desktop.ui.control.SegmentedControl;
import dev.brokerscope.desktop.wizard.FormRow;
import java.util.List;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Whether and with what an archive is encrypted; says what a lost secret means.
final class EncryptionFields extends VBox {

    private final Desk desk;
    private final EncryptionChoice choice;
    private final VBox fields = new VBox(12);
    private final Label told = Rows.wrapped("", "small", "muted");

    EncryptionFields(Desk desk, EncryptionChoice choice) {
        super(12);
        this.desk = desk;
        this.choice = choice;
        SegmentedControl<EncryptionKind> kind =
                new SegmentedControl<>(List.of(EncryptionKind.values()), EncryptionKind::words);
        kind.getStyleClass().add("large");
        kind.valueProperty().bindBidirectional(choice.kindProperty());
        getChildren().addAll(new FormRow(Texts.text("encrypt.title"), kind, Texts.text("encrypt.hint")), fields);
        choice.kindProperty().subscribe(this::show);
        for (var words : List.of(choice.passphraseProperty(), choice.againProperty(), choice.recipientProperty(),
                choice.keyFileProperty())) {
            words.subscribe(_ -> judge());
        }
    }

    private void show(EncryptionKind kind) {
        fields.getChildren().setAll(switch (kind) {
            case NONE -> List.<Node>of();
            case PASSPHRASE -> List.of(
                    new FormRow(Texts.text("encrypt.passphrase"),
                            field(Glyph.KEY_ROUND, new PasswordField(), choice.passphraseProperty(), ""), ""),
                    new FormRow(Texts.text("encrypt.again"), Rows.column(4,
                            field(Glyph.KEY_ROUND, new PasswordField(), choice.againProperty(), ""), told), ""),
                    lost("encrypt.passphrase.lost"));
            case RECIPIENT -> List.of(
                    new FormRow(Texts.text("encrypt.recipient"), Rows.column(4,
                            field(Glyph.FINGERPRINT, new TextField(), choice.recipientProperty(), "bsr1…"), told), ""),
                    lost("encrypt.recipient.lost"));
            case KEY_FILE -> List.of(
                    new FormRow(Texts.text("encrypt.key-file"), Rows.column(4, keyFile(), told), ""),
                    lost("encrypt.key-file.lost"));
        });
        fields.setManaged(!fields.getChildren().isEmpty());
        judge();
    }

    private void judge() {
        boolean strength = choice.kindProperty().get() == EncryptionKind.PASSPHRASE
                && !choice.passphraseProperty().get().isEmpty();
        String words = choice.problem().orElse(strength ? "" : Texts.text("encrypt.fits"));
        told.getStyleClass().removeAll("muted", "tone-warn", "tone-ok", "tone-bad");
        if (strength) {
            Strength how = choice.strength();
            told.setText((Texts.text("encrypt.strength." + how.name()) + " " + words).strip());
            told.getStyleClass()
                    .add(how == Strength.WEAK ? "tone-bad" : how == Strength.FAIR ? "tone-warn" : "tone-ok");
        } else {
            told.setText(words);
            told.getStyleClass().add("muted");
        }
    }

    private Node keyFile() {
        FieldBox box = field(Glyph.FILE, new TextField(), choice.keyFileProperty(), "");
        HBox.setHgrow(box, Priority.ALWAYS);
        Button browse = Buttons.plain(Texts.text("wizard.browse"), Glyph.FOLDER_OPEN, () -> desk.services()
                .chooseFile(Texts.text("unlock.choose-key-file"), List.of())
                .ifPresent(file -> choice.keyFileProperty().set(file.toString())));
        browse.getStyleClass().add("large");
        return Rows.row(8, box, browse);
    }

    private static Node lost(String key) {
        return new NoticeBar(Tone.WARN, Glyph.TRIANGLE_ALERT, Texts.text(key), List.of());
    }

    private static FieldBox field(Glyph glyph, TextField field, StringProperty words, String prompt) {
        field.setPromptText(prompt);
        field.textProperty().bindBidirectional(words);
        FieldBox box = new FieldBox(glyph, field);
        box.getStyleClass().add("large");
        return box;
    }
}
