package dev.brokerscope.desktop.wizard.backup;

import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.core.backup.BackupPlan;
import dev.brokerscope.core.backup.BackupReport;
import dev.brokerscope.core.connection.OpenConnection;
import dev.brokerscope.core.job.Job;
import dev.brokerscope.desktop.desk.Desk;
import dev.brokerscope.desktop.desk.Source;
import dev.brokerscope.desktop.desk.SourceState;
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

/// The wizard that makes an archive: channels, range, contents, destination, what will happen; then it runs.
public final class BackupWizard {

    private static final double WIDTH = 1080;
    private static final double HEIGHT = 756;

    private final Desk desk;
    private final Source source;
    private final BackupModel model;

    private BackupWizard(Desk desk, Source source, OpenConnection open, List<ChannelId> channels) {
        this.desk = desk;
        this.source = source;
        this.model = new BackupModel(() -> BackupJob.sourceOf(desk.engine(), source, open), channels,
                Path.of(System.getProperty("user.home"), "backups"), desk.zone().get(),
                new Away(desk.work(), desk.ui()));
    }

    /// Connects first where the source is not open; a fault of that is told.
    ///
    /// @param channels chosen beforehand; may be empty
    public static void show(Desk desk, Source source, List<ChannelId> channels) {
        source.whenOpen(open -> new BackupWizard(desk, source, open, channels).open(!channels.isEmpty()));
        if (source.state() instanceof SourceState.Failed(var fault)) {
            desk.screens().tell(fault);
        }
    }

    private void open(boolean chosen) {
        ModalHost host = desk.screens().modals();
        BackupSteps steps = new BackupSteps(desk, source, model);
        WizardPane pane = new WizardPane(host, new WizardPane.Frame(Glyph.ARCHIVE, Texts.text("backup.title"),
                source.name(), Buttons.primary(Texts.text("backup.start"), Glyph.ARCHIVE, this::start), WIDTH, HEIGHT),
                steps.all());
        model.list();
        host.show(pane, ModalHost.Place.CENTRE, () -> {
        });
        if (chosen) {
            model.channels().chosenCountProperty().subscribe((_, now) -> {
                if (now.intValue() > 0 && pane.currentStep() == 0 && steps.untouched()) {
                    pane.goTo(1);
                }
            });
        }
    }

    private void start() {
        model.agreed().ifPresent(plan -> {
            desk.screens().modals().close();
            run(plan);
        });
    }

    private void run(BackupPlan plan) {
        Job<BackupReport> job = new BackupJob(desk.engine(), source).start(plan);
        JobDialog.show(desk, job, ended -> next(plan, ended));
    }

    private List<Remedy> next(BackupPlan plan, Job<?> ended) {
        Optional<?> report = ended.report();
        return report.isPresent()
                ? List.of(new Remedy(Texts.text("job.open-archive"),
                        () -> desk.screens().openArchive(plan.output())))
                : List.of(new Remedy(Texts.text("backup.continue"), () -> run(plan.resuming(true))));
    }
}
