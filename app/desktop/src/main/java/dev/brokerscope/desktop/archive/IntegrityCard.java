package dev.brokerscope.desktop.archive;

import dev.brokerscope.archive.ArchiveContents;
import dev.brokerscope.archive.Verification;
import dev.brokerscope.core.job.Amounts;
import dev.brokerscope.core.job.Job;
import dev.brokerscope.core.verify.ArchiveCheck;
import dev.brokerscope.desktop.ui.Rows;
import dev.brokerscope.desktop.ui.Texts;
import dev.brokerscope.desktop.ui.Tone;
import dev.brokerscope.desktop.ui.control.Card;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// How whole the archive is, and where it came from. The check of this window fills in as it goes.
final class IntegrityCard extends VBox {

    private final ArchiveContents contents;
    private final ArchiveWords words;
    private final ArchiveModel model;
    private final VBox body = new VBox();

    IntegrityCard(ArchiveContents contents, ArchiveWords words, ArchiveModel model) {
        this.contents = contents;
        this.words = words;
        this.model = model;
        getChildren().add(new Card(Texts.text("archive.integrity"), body));
        poll();
    }

    /// Brings the check up to date.
    void poll() {
        Labelled lines = new Labelled();
        lines.line(Texts.text("archive.state"), state());
        Optional<Job<ArchiveCheck>> check = model.checkProperty().get();
        if (check.isEmpty()) {
            lines.line(Texts.text("archive.verified"), Texts.text("archive.not-verified"));
        } else {
            check(lines, check.get());
        }
        if (contents.seal() instanceof ArchiveContents.Seal.Sealed sealed) {
            lines.id(Texts.text("archive.root"), sealed.root().toHex().replaceAll("(.{8})(?=.)", "$1 "));
        }
        contents.runs().stream().findFirst().flatMap(run -> run.source().clusterId())
                .ifPresent(id -> lines.id(Texts.text("archive.cluster"), id));
        contents.runs().stream().findFirst().ifPresent(run -> lines.line(Texts.text("archive.by"),
                run.actor() + (run.host().isEmpty() ? "" : " @ " + run.host())));
        lines.line(Texts.text("archive.format"), Texts.text("archive.format.value",
                contents.format() / 1000 + "." + contents.format() % 1000, contents.writer()));
        lines.id(Texts.text("archive.id"), contents.volumeId().toString());
        body.getChildren().setAll(lines);
    }

    private String state() {
        return switch (contents.seal()) {
            case ArchiveContents.Seal.Sealed sealed ->
                    Texts.text("archive.state.sealed", words.moment(sealed.at()) + " " + words.zone().getId());
            case ArchiveContents.Seal.Unfinished() -> Texts.text("archive.state.unfinished");
        };
    }

    private void check(Labelled lines, Job<ArchiveCheck> job) {
        if (!job.state().ended()) {
            double fraction = job.progress().view().fraction().orElse(0);
            ProgressBar bar = new ProgressBar(fraction);
            bar.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(bar, Priority.ALWAYS);
            lines.addRow(lines.getRowCount(), Rows.label(Texts.text("archive.verified"), "muted"),
                    Rows.row(8, bar, Rows.label((int) (fraction * 100) + " %", "mono-small")));
            return;
        }
        Optional<Verification> found = job.report().map(ArchiveCheck::verification);
        if (found.isEmpty()) {
            lines.line(Texts.text("archive.verified"), job.fault().map(f -> f.sentence())
                    .orElseGet(() -> Texts.text("archive.verify.cancelled")), Tone.WARN);
            return;
        }
        Verification v = found.get();
        boolean sound = v.state() != Verification.State.DAMAGED;
        lines.line(Texts.text("archive.verified"), Texts.text(
                sound ? "archive.verified.sound" : "archive.verified.damaged", level(v), Amounts.number(v.blocks()),
                v.problems().size()), sound ? Tone.OK : Tone.BAD);
    }

    private static String level(Verification verification) {
        String word = verification.level().name();
        return word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT);
    }
}
