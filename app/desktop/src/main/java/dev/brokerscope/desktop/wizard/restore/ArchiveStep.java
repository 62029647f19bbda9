package dev.brokerscope.desktop.wizard.restore;

import dev.brokerscope.archive.ArchiveContents;
import dev.brokerscope.archive.crypt.KeySlot;
import dev.brokerscope.core.job.Amounts;
import dev.brokerscope.desktop.desk.Desk;
import dev.brokerscope.desktop.desk.Source;
import dev.brokerscope.desktop.ui.DesktopServices.FileKind;
import dev.brokerscope.desktop.ui.Glyph;
import dev.brokerscope.desktop.ui.Rows;
import dev.brokerscope.desktop.ui.Texts;
import dev.brokerscope.desktop.ui.Tone;
import dev.brokerscope.desktop.ui.control.ChoiceCard;
import dev.brokerscope.desktop.ui.control.Facts;
import dev.brokerscope.desktop.ui.control.FaultCard;
import dev.brokerscope.desktop.ui.control.NoticeBar;
import dev.brokerscope.desktop.ui.control.Remedy;
import dev.brokerscope.desktop.unlock.UnlockDialog;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.layout.VBox;

/// Which archive: one that is open, or a file.
final class ArchiveStep extends VBox {

    private final Desk desk;
    private final RestoreModel model;
    private final VBox found = new VBox(12);

    ArchiveStep(Desk desk, RestoreModel model) {
        super(12);
        this.desk = desk;
        this.model = model;
        getChildren().add(RestoreSteps.title(Texts.text("restore.archive.title")));
        getChildren().add(found);
        getChildren().add(new ChoiceCard(Glyph.FOLDER_OPEN, Texts.text("restore.archive.file"),
                Texts.text("restore.archive.file.hint"), this::choose));
        for (Source source : desk.sources().archives()) {
            source.archive().ifPresent(file -> getChildren().add(new ChoiceCard(Glyph.ARCHIVE, source.name(),
                    file.toString(), () -> model.choose(file))));
        }
        model.heldProperty().subscribe(this::show);
    }

    private void choose() {
        desk.services().chooseFile(Texts.text("archive.choose"),
                List.of(new FileKind(Texts.text("archive.kind"), List.of("*.msgdb")))).ifPresent(model::choose);
    }

    private void show(RestoreModel.Held held) {
        switch (held) {
            case RestoreModel.Held.Nothing() -> found.getChildren().clear();
            case RestoreModel.Held.Reading() ->
                    found.getChildren().setAll(Rows.label(Texts.text("restore.archive.reading"), "muted"));
            case RestoreModel.Held.Locked(Path file, List<KeySlot> slots) -> {
                found.getChildren().setAll(new NoticeBar(Tone.WARN, Glyph.LOCK,
                        Texts.text("restore.archive.locked", String.valueOf(file.getFileName())),
                        List.of(new Remedy(Texts.text("restore.archive.unlock"), () -> unlock(file, slots)))));
                unlock(file, slots);
            }
            case RestoreModel.Held.Failed(var fault) -> found.getChildren().setAll(
                    new FaultCard(fault.message(), fault.remedy(), fault.details().orElse(""), List.of()));
            case RestoreModel.Held.Read(Path file, ArchiveContents contents) -> read(file, contents);
        }
    }

    private void unlock(Path file, List<KeySlot> slots) {
        UnlockDialog.show(desk, file, slots, new UnlockDialog.Answer() {
            @Override
            public void unlocked() {
                model.choose(file);
            }

            @Override
            public void withoutMessages() {
                // There is nothing to restore without them; the notice says so.
            }
        });
    }

    private void read(Path file, ArchiveContents contents) {
        long messages = contents.channels().stream().mapToLong(RestoreModel::messages).sum();
        String from = contents.runs().stream().map(r -> r.source().label()).distinct().findFirst().orElse("");
        boolean sealed = contents.seal() instanceof ArchiveContents.Seal.Sealed;
        found.getChildren().setAll(
                Rows.row(8, Rows.label(String.valueOf(file.getFileName()), "section"),
                        Rows.label(String.valueOf(file.getParent()), "muted")),
                new Facts(List.of(
                        new Facts.Fact(Amounts.number(messages), Texts.text("restore.fact.messages")),
                        new Facts.Fact(Amounts.number(contents.channels().size()),
                                Texts.text("restore.fact.channels")),
                        new Facts.Fact(from.isEmpty() ? "–" : from, Texts.text("restore.fact.from")),
                        new Facts.Fact(Texts.text(sealed ? "archive.sealed" : "archive.unfinished"),
                                Texts.text("restore.fact.state")))));
        if (!sealed) {
            found.getChildren().add(new NoticeBar(Tone.WARN, Glyph.TRIANGLE_ALERT,
                    Texts.text("restore.archive.unsealed"), List.of()));
        }
    }
}
