package dev.brokerscope.desktop.wizard.restore;

import dev.brokerscope.api.broker.Finding;
import dev.brokerscope.api.broker.Finding.Severity;
import dev.brokerscope.core.restore.DryRun;
import dev.brokerscope.desktop.desk.Desk;
import dev.brokerscope.desktop.ui.Glyph;
import dev.brokerscope.desktop.ui.Rows;
import dev.brokerscope.desktop.ui.Texts;
import dev.brokerscope.desktop.ui.Tone;
import dev.brokerscope.desktop.ui.control.Badge;
import dev.brokerscope.desktop.ui.control.Buttons;
import dev.brokerscope.desktop.ui.control.Card;
import dev.brokerscope.desktop.ui.control.FaultCard;
import dev.brokerscope.desktop.ui.control.Remedy;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// What a look at the real target found, and what the target keeps.
final class PreflightStep extends VBox {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final Desk desk;
    private final RestoreModel model;

    PreflightStep(Desk desk, RestoreModel model) {
        super(12);
        this.desk = desk;
        this.model = model;
        model.checkProperty().subscribe(this::show);
    }

    private void show(RestoreModel.Check check) {
        Label title = RestoreSteps.title(Texts.text("restore.preflight"));
        switch (check) {
            case RestoreModel.Check.Checking() ->
                    getChildren().setAll(title, Rows.label(Texts.text("restore.checking"), "muted"));
            case RestoreModel.Check.Failed(var fault) -> getChildren().setAll(title, new FaultCard(fault.message(),
                    fault.remedy(), fault.details().orElse(""),
                    List.of(new Remedy(Texts.text("wizard.retry"), model::check))));
            case RestoreModel.Check.Checked(DryRun run) -> getChildren().setAll(
                    Rows.row(10, title, Rows.label(Texts.text("restore.preflight.of",
                            String.valueOf(run.plan().archive().getFileName()), run.channels().size(), run.target(),
                            run.messages()), "muted")),
                    findings(run), new FidelityCard(run.fidelity()));
        }
    }

    private Card findings(DryRun run) {
        List<Finding> shown = run.preflight().findings().stream()
                .filter(f -> f.severity() != Severity.PASSED || f.code().startsWith("fixed.")).toList();
        VBox lines = new VBox();
        for (Finding finding : shown) {
            FindingLine line = new FindingLine(finding, remedies(finding));
            line.getStyleClass().add(lines.getChildren().isEmpty() ? "first-finding" : "next-finding");
            lines.getChildren().add(line);
        }
        if (shown.isEmpty()) {
            VBox clean = new VBox(Rows.label(Texts.text("restore.clean"), "muted"));
            clean.getStyleClass().add("card-body");
            lines.getChildren().add(clean);
        }
        List<Node> head = new ArrayList<>();
        badge(head, run, Severity.BLOCKS, Texts.text("restore.count.blocks", count(run, Severity.BLOCKS)), Tone.BAD);
        badge(head, run, Severity.WARNING, Texts.text("restore.count.warnings", count(run, Severity.WARNING)),
                Tone.WARN);
        badge(head, run, Severity.NOTE, Texts.text("restore.count.notes", count(run, Severity.NOTE)), Tone.ACCENT);
        badge(head, run, Severity.PASSED, Texts.text("restore.count.passed", count(run, Severity.PASSED)), Tone.OK);
        head.add(Rows.spring());
        head.add(Rows.label(Texts.text("restore.checked-at", run.target(), TIME.format(run.preflight().checkedAt()
                .atZone(desk.zone().get())) + " " + desk.zone().get().getId()), "muted"));
        head.add(Buttons.flat(Texts.text("restore.check-again"), Glyph.REFRESH_CW, model::check));
        return new Card(Texts.text("restore.preflight"), lines, head.toArray(Node[]::new));
    }

    private static long count(DryRun run, Severity severity) {
        return run.preflight().count(severity);
    }

    private static void badge(List<Node> head, DryRun run, Severity severity, String words, Tone tone) {
        if (count(run, severity) > 0) {
            head.add(Badge.of(words, tone));
        }
    }

    private List<FindingLine.Fix> remedies(Finding finding) {
        if (finding.code().startsWith("fixed.")) {
            return List.of(FindingLine.Fix.undo(Texts.text("restore.undo"),
                    () -> model.undo(finding.code().substring("fixed.".length()))));
        }
        List<FindingLine.Fix> fixes = new ArrayList<>();
        finding.setting().ifPresent(setting -> fixes.add(FindingLine.Fix.mend(
                Texts.text("restore.fix.setting", setting.name(), setting.value()), () -> model.fix(finding))));
        switch (finding.code()) {
            case "target.not-empty" -> {
                fixes.add(FindingLine.Fix.mend(Texts.text("restore.fix.append"), model::appendToExisting));
                fixes.add(FindingLine.Fix.mend(Texts.text("restore.fix.rename"), model::rename));
            }
            case "target.is-source" ->
                    fixes.add(FindingLine.Fix.mend(Texts.text("restore.fix.rename"), model::rename));
            case "group.active", "group.exists", "groups.partitions" ->
                    fixes.add(FindingLine.Fix.mend(Texts.text("restore.fix.groups"), model::leaveGroupsOut));
            default -> {
                // Only words help.
            }
        }
        return fixes;
    }
}
