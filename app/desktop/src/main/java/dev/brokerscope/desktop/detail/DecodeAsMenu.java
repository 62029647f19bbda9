package dev.brokerscope.desktop.detail;

import dev.brokerscope.api.decode.Decoder;
import dev.brokerscope.core.decode.DecodeAs;
import dev.brokerscope.core.decode.Decoding;
import dev.brokerscope.core.decode.TextDecoder;
import dev.brokerscope.desktop.ui.DesktopServices;
import dev.brokerscope.desktop.ui.DesktopServices.FileKind;
import dev.brokerscope.desktop.ui.Texts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;

/// Picks the decoder of one side of the channel, kept until another one is picked.
final class DecodeAsMenu extends MenuButton {

    private static final List<String> CHARSETS =
            List.of("UTF-8", "ISO-8859-1", "windows-1252", "UTF-16", "US-ASCII", "Shift_JIS", "GB18030", "IBM1047");

    private final PayloadModel model;
    private final DesktopServices services;

    DecodeAsMenu(PayloadModel model, DesktopServices services) {
        super(Texts.text("detail.decode-as"));
        this.model = model;
        this.services = services;
        getStyleClass().add("mini");
        setMinWidth(USE_PREF_SIZE);
        setOnShowing(_ -> fill());
        fill();
    }

    private void fill() {
        Optional<DecodeAs> choice = model.choice();
        CustomMenuItem head = new CustomMenuItem(new Label(Texts.text("detail.decode-as." + model.side().name(),
                model.reading().channel().name())), false);
        head.setDisable(true);
        RadioMenuItem automatic = item(automaticWords(), choice.isEmpty(), Optional.empty());
        getItems().setAll(head, automatic);
        for (Decoder decoder : model.reading().decoders().decoders()) {
            getItems().add(item(decoder, choice.filter(c -> c.decoder().equals(decoder.id()))));
        }
        getItems().addAll(new SeparatorMenuItem(), note());
    }

    private static MenuItem note() {
        CustomMenuItem note = new CustomMenuItem(new Label(Texts.text("detail.decode-as.remembered")), false);
        note.setDisable(true);
        return note;
    }

    private String automaticWords() {
        return model.stateProperty().get() instanceof PayloadState.Shown(_, _, Decoding.Read read, _) && !read.picked()
                ? Texts.text("detail.decode-as.automatic.now", read.chosen().name())
                : Texts.text("detail.decode-as.automatic");
    }

    private MenuItem item(Decoder decoder, Optional<DecodeAs> chosen) {
        if (decoder.id().equals(TextDecoder.ID)) {
            Menu charsets = new Menu(decoder.name());
            for (String charset : CHARSETS) {
                boolean now = chosen.filter(c -> charset.equals(c.options().get(TextDecoder.CHARSET))).isPresent();
                charsets.getItems().add(item(charset, now, Optional.of(new DecodeAs(TextDecoder.ID,
                        Map.of(TextDecoder.CHARSET, charset), Optional.empty()))));
            }
            return charsets;
        }
        if (!decoder.takesSchema()) {
            return item(decoder.name(), chosen.isPresent(), Optional.of(DecodeAs.of(decoder.id())));
        }
        Menu menu = new Menu(decoder.name());
        menu.getItems().add(item(Texts.text("detail.decode-as.its-schema"),
                chosen.filter(c -> c.schemaFile().isEmpty()).isPresent(), Optional.of(DecodeAs.of(decoder.id()))));
        chosen.flatMap(DecodeAs::schemaFile).ifPresent(file -> menu.getItems()
                .add(item(String.valueOf(file.getFileName()), true, chosen)));
        MenuItem pick = new MenuItem(Texts.text("detail.decode-as.schema"));
        pick.setOnAction(_ -> pickSchema(decoder));
        menu.getItems().add(pick);
        return menu;
    }

    private void pickSchema(Decoder decoder) {
        services.chooseFile(Texts.text("detail.decode-as.schema.title", decoder.name()),
                List.of(new FileKind(Texts.text("detail.decode-as.schema.kind"), List.of("*.avsc", "*.json", "*.*"))))
                .ifPresent(file -> model.pick(Optional.of(new DecodeAs(decoder.id(), Map.of(), Optional.of(file)))));
    }

    private RadioMenuItem item(String words, boolean chosen, Optional<DecodeAs> choice) {
        RadioMenuItem item = new RadioMenuItem(words);
        item.setSelected(chosen);
        item.setOnAction(_ -> model.pick(choice));
        return item;
    }
}
