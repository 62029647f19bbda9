package dev.brokerscope.desktop.wizard.backup;

import dev.brokerscope.core.backup.BackupPlan;
import dev.brokerscope.core.backup.BackupPreview;
import dev.brokerscope.core.query.FilterWords;
import dev.brokerscope.core.job.Amounts;
import dev.brokerscope.desktop.desk.Source;
import dev.brokerscope.desktop.ui.Glyph;
import dev.brokerscope.desktop.ui.Rows;
import dev.brokerscope.desktop.ui.Texts;
import dev.brokerscope.desktop.ui.Tone;
import dev.brokerscope.desktop.ui.control.CommandBox;
import dev.brokerscope.desktop.ui.control.Facts;
import dev.brokerscope.desktop.ui.control.FaultCard;
import dev.brokerscope.desktop.ui.control.NoticeBar;
import dev.brokerscope.desktop.ui.control.Remedy;
import dev.brokerscope.desktop.ui.control.StageMark;
import dev.brokerscope.desktop.wizard.OptionGrid;
import dev.brokerscope.desktop.wizard.OptionGrid.Option;
import dev.brokerscope.desktop.wizard.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/// The last step: what will be read, what that does to the broker, how much it is, where it goes, in words and figures.
final class BackupSummary extends VBox {

    private final Source source;
    private final BackupModel model;
    private final String kinds;

    BackupSummary(Source source, BackupModel model, String kinds) {
        super(12);
        this.source = source;
        this.model = model;
        this.kinds = kinds;
        model.lookProperty().subscribe(this::show);
    }

    private void show(BackupModel.Look look) {
        getChildren().setAll(BackupSteps.title(Texts.text("backup.what")));
        switch (look) {
            case BackupModel.Look.Looking() ->
                    getChildren().add(Rows.label(Texts.text("backup.looking", source.name()), "muted"));
            case BackupModel.Look.Failed(var fault) -> getChildren().add(new FaultCard(fault.message(), fault.remedy(),
                    fault.details().orElse(""), List.of(new Remedy(Texts.text("wizard.retry"), model::look))));
            case BackupModel.Look.Seen(var plan, var preview) -> fill(plan, preview);
        }
    }

    private void fill(BackupPlan plan, BackupPreview preview) {
        CommandBox command = new CommandBox();
        command.show(plan.command(List.of("--connection", source.name())));
        getChildren().addAll(sentence(preview), new ConsentBox(preview.consequences(), model.consentedProperty()),
                figures(preview), new PreviewTable(preview.channels(), kinds));
        Stream.concat(preview.warnings().stream(), preview.channels().stream().flatMap(c -> c.warnings().stream()))
                .distinct().limit(4)
                .forEach(w -> getChildren().add(new NoticeBar(Tone.WARN, Glyph.TRIANGLE_ALERT, w, List.of())));
        getChildren().addAll(new OptionGrid(options(plan, preview)), command);
    }

    private Node sentence(BackupPreview preview) {
        Sentence words = new Sentence()
                .words(Texts.text("backup.sentence.reads", preview.channels().size(), preview.partitions()) + " ");
        if (source.archive().isEmpty()) {
            words.mark(StageMark.word(source.stage())).words(" ");
        }
        return words.name(source.name()).words(Texts.text("backup.sentence.rest"));
    }

    private static Facts figures(BackupPreview preview) {
        List<Facts.Fact> facts = new ArrayList<>(List.of(
                new Facts.Fact(Amounts.count(preview.messages()), Texts.text("backup.fact.messages")),
                new Facts.Fact(size(preview.bytes()), Texts.text("backup.fact.bytes")),
                new Facts.Fact(size(preview.archiveBytes()), Texts.text("backup.fact.archive"))));
        preview.freeBytes().ifPresent(free -> facts.add(new Facts.Fact(Amounts.bytes(free),
                Texts.text("backup.fact.free"))));
        return new Facts(facts);
    }

    private static String size(java.util.Optional<Long> bytes) {
        return bytes.map(b -> "~ " + Amounts.bytes(b)).orElse("?");
    }

    private List<Option> options(BackupPlan plan, BackupPreview preview) {
        boolean all = model.uncommittedProperty().get();
        return List.of(
                Option.of(Glyph.SCISSORS, Texts.text("backup.option.cut"), Texts.text("backup.option.cut.value")),
                Option.of(Glyph.GIT_COMMIT_HORIZONTAL, Texts.text("backup.isolation"),
                        Texts.text(all ? "backup.isolation.all" : "backup.isolation.committed")),
                included(Glyph.BRACES, Texts.text("backup.schemas"), plan.schemas(),
                        Texts.text("backup.option.schemas")),
                included(Glyph.USERS, Texts.text("backup.groups"), plan.groups(),
                        Texts.text("backup.option.groups", preview.groups())),
                included(Glyph.KEY_ROUND, Texts.text("backup.objects"), plan.extras().objects(),
                        Texts.text("backup.option.objects")),
                Option.of(Glyph.LIST_FILTER, Texts.text("backup.filter"), plan.reading().filter()
                        .map(FilterWords::text).orElseGet(() -> Texts.text("backup.filter.prompt"))),
                Option.of(Glyph.SHRINK, Texts.text("backup.compression"), plan.storing().compression().text()),
                Option.of(Glyph.GAUGE, Texts.text("backup.limit"), plan.reading().limit().isNone()
                        ? Texts.text("backup.limit.prompt") : plan.reading().limit().words()),
                Option.of(Glyph.LOCK, Texts.text("encrypt.title"),
                        model.encryption().kindProperty().get().words().toLowerCase(Locale.ROOT)),
                Option.of(Glyph.SHIELD_CHECK, Texts.text("backup.afterwards"), plan.verify()
                        .map(v -> Texts.text("backup.option.verify", v.name().toLowerCase(Locale.ROOT)))
                        .orElseGet(() -> Texts.text("backup.option.seal"))),
                Option.of(Glyph.FILE_ARCHIVE, Texts.text("backup.option.archive"), plan.output().toString()
                        + (plan.sinceLast() ? Texts.text("backup.option.since-last") : "")));
    }

    private static Option included(Glyph glyph, String label, boolean yes, String words) {
        return yes ? Option.of(glyph, label, words)
                : new Option(Glyph.TRIANGLE_ALERT, label, Texts.text("backup.option.left-out"), Tone.WARN);
    }
}
