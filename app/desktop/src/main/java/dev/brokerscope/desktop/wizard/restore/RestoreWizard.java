package dev.brokerscope.desktop.wizard.restore;

import dev.brokerscope.core.connection.Connection;
import dev.brokerscope.core.connection.Stage;
import dev.brokerscope.core.connection.WritePermit;
import dev.brokerscope.core.job.Job;
import dev.brokerscope.core.restore.RestorePlan;
import dev.brokerscope.core.restore.RestorePlan.IntoExisting;
import dev.brokerscope.core.restore.RestoreReport;
import dev.brokerscope.desktop.desk.Desk;
import dev.brokerscope.desktop.job.JobDialog;
import dev.brokerscope.desktop.ui.Glyph;
import dev.brokerscope.desktop.ui.Texts;
import dev.brokerscope.desktop.ui.control.Buttons;
import dev.brokerscope.desktop.ui.control.Remedy;
import dev.brokerscope.desktop.ui.dialog.ModalHost;
import dev.brokerscope.desktop.ui.dialog.WizardPane;
import dev.brokerscope.desktop.wizard.Away;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;

/// The wizard that puts an archive back: archive, channels, target, mapping, preflight, what will happen; then it runs.
public final class RestoreWizard {

    private static final double WIDTH = 1120;
    private static final double HEIGHT = 820;

    private final Desk desk;
    private final RestoreModel model;
    private final RestoreSteps steps;

    private RestoreWizard(Desk desk) {
        this.desk = desk;
        this.model = new RestoreModel(desk.engine(), desk.zone().get(), new Away(desk.work(), desk.ui()));
        this.steps = new RestoreSteps(desk, model);
    }

    /// @param archive chosen beforehand; absent for a choice
    public static void show(Desk desk, Optional<Path> archive) {
        new RestoreWizard(desk).open(archive);
    }

    private void open(Optional<Path> archive) {
        ModalHost host = desk.screens().modals();
        Button start = Buttons.primary(Texts.text("restore.start"), Glyph.ARCHIVE_RESTORE, this::start);
        model.targetProperty().subscribe(target -> {
            boolean production = target.filter(c -> c.stage() == Stage.PRODUCTION).isPresent();
            start.getStyleClass().removeAll("accent", "danger-action");
            start.getStyleClass().add(production ? "danger-action" : "accent");
        });
        WizardPane pane = new WizardPane(host, new WizardPane.Frame(Glyph.ARCHIVE_RESTORE, Texts.text("restore.title"),
                archive.map(file -> String.valueOf(file.getFileName())).orElse(""), start, WIDTH, HEIGHT),
                steps.all());
        archive.ifPresent(model::choose);
        host.show(pane, ModalHost.Place.CENTRE, () -> {
        });
        if (archive.isPresent()) {
            pane.goTo(1);
        }
        model.heldProperty().subscribe(held -> {
            if (held instanceof RestoreModel.Held.Locked && pane.currentStep() != 0) {
                pane.goTo(0);
            }
        });
    }

    private void start() {
        if (!steps.confirmed()) {
            return;
        }
        model.possible().ifPresent(run -> model.targetProperty().get().ifPresent(connection -> {
            WritePermit permit = WritePermit.unlocked("restore of " + run.plan().archive());
            desk.screens().modals().close();
            run(run.plan().confirmed(run.plan().intoExisting() == IntoExisting.RECREATE), connection,
                    connection.stage() == Stage.PRODUCTION
                            ? permit.typed(connection.name()) : permit);
        }));
    }

    private void run(RestorePlan plan, Connection connection, WritePermit permit) {
        Job<RestoreReport> job = new RestoreJob(desk.engine(), connection, permit).start(plan);
        JobDialog.show(desk, job, _ -> next(job, plan, connection, permit));
    }

    private List<Remedy> next(Job<RestoreReport> job, RestorePlan plan, Connection connection, WritePermit permit) {
        if (job.report().isEmpty()) {
            return List.of(new Remedy(Texts.text("restore.continue"),
                    () -> run(plan.resuming(true), connection, permit)));
        }
        return job.report().get().channels().stream().findFirst()
                .flatMap(channel -> desk.sources().connection(connection.name()).map(source -> new Remedy(
                        Texts.text("restore.browse", channel.to().name()),
                        () -> desk.screens().openChannel(source, channel.to()))))
                .map(List::of).orElse(List.of());
    }
}
