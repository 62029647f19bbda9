package dev.brokerscope.desktop.wizard;

import dev.brokerscope.core.connection.OpenConnection;
import dev.brokerscope.desktop.archive.ArchiveScreen;
import dev.brokerscope.desktop.desk.Source;
import dev.brokerscope.desktop.job.JobsScreen;
import dev.brokerscope.desktop.ui.ThemeChoice;
import dev.brokerscope.desktop.ui.harness.CssWarnings;
import dev.brokerscope.desktop.unlock.UnlockDialog;
import dev.brokerscope.desktop.wizard.backup.BackupWizard;
import dev.brokerscope.desktop.wizard.restore.RestoreWizard;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;

/// Development tool: pictures of the wizards, of the jobs and of an archive, to be looked at. Argument: the folder to
/// write.
public final class JobsPictures {

    private final Path folder;
    private final Path home;
    private final String size;

    private JobsPictures(Path folder, String size) throws Exception {
        this.folder = folder;
        this.size = size;
        this.home = Files.createTempDirectory("jobs-pictures");
    }

    public static void main(String[] args) throws Exception {
        try (CssWarnings warnings = new CssWarnings()) {
            for (double[] size : List.of(new double[]{1440, 900}, new double[]{1280, 800})) {
                JobsPictures pictures = new JobsPictures(Path.of(args[0]), (int) size[0] + "");
                try (WorkStage stage = new WorkStage(pictures.home, size[0], size[1])) {
                    pictures.unlock(stage);
                    pictures.locked(stage);
                    pictures.backup(stage);
                    pictures.restore(stage);
                    pictures.jobs(stage);
                    pictures.archive(stage);
                }
            }
            warnings.messages().stream().distinct().forEach(System.out::println);
        } finally {
            Platform.exit();
        }
        System.exit(0);
    }

    private void backup(WorkStage stage) {
        Source source = stage.desk().sources().connection("orders-prod").orElseThrow();
        stage.window().run(() -> BackupWizard.show(stage.desk(), source,
                List.of(ShopBroker.id("payments"), ShopBroker.id("order-events"))));
        stage.window().awaitThat("range", () -> stage.button("By time").isPresent());
        stage.press("Back");
        save(stage, "backup-1-channels");
        stage.press("Next");
        stage.press("By time");
        save(stage, "backup-2-range");
        stage.press("Everything");
        stage.press("Next");
        save(stage, "backup-3-contents");
        stage.press("Next");
        stage.window().run(() -> field(stage, "backups").setText(home.toString()));
        save(stage, "backup-4-destination");
        stage.press("Passphrase");
        stage.window().run(() -> {
            List<TextInputControl> secrets = secrets(stage);
            secrets.get(0).setText("quiet-meadow-7");
            secrets.get(1).setText("quiet-meadow-7");
        });
        save(stage, "backup-4-encrypted");
        stage.press("A folder of volumes");
        stage.press("None");
        stage.press("One file");
        stage.press("Next");
        stage.window().awaitThat("looked", () -> stage.button("Start backup").filter(b -> !b.isDisabled()).isPresent());
        save(stage, "backup-5-what");
        stage.press("Start backup");
        save(stage, "backup-6-run");
        stage.window().awaitThat("done", () -> stage.button("Open the archive").isPresent());
        save(stage, "backup-7-report");
        stage.press("Close");
    }

    private static List<TextInputControl> secrets(WorkStage stage) {
        return stage.window().stage().getScene().getRoot().lookupAll(".password-field").stream()
                .map(TextInputControl.class::cast).toList();
    }

    private static TextInputControl field(WorkStage stage, String part) {
        return stage.window().stage().getScene().getRoot().lookupAll(".text-field").stream()
                .map(TextInputControl.class::cast).filter(f -> f.getText().contains(part)).findFirst().orElseThrow();
    }

    private void restore(WorkStage stage) throws Exception {
        Path made = Files.list(home).filter(f -> f.toString().endsWith(".msgdb") && !f.toString().contains("encrypted"))
                .findFirst().orElseThrow();
        stage.window().run(() -> {
            stage.desk().sources().connections().forEach(s -> s.unlock(!s.name().equals("local-dev")));
            RestoreWizard.show(stage.desk(), Optional.of(made));
        });
        stage.window().awaitThat("read", () -> stage.button("Next").filter(b -> !b.isDisabled()).isPresent());
        save(stage, "restore-2-channels");
        stage.press("Back");
        save(stage, "restore-1-archive");
        stage.press("Next");
        stage.press("Next");
        save(stage, "restore-3-target");
        choose(stage, "orders-prod");
        save(stage, "restore-3-target-chosen");
        stage.press("Next");
        save(stage, "restore-4-mapping");
        stage.press("Next");
        stage.window().awaitThat("checked", () -> stage.button("Check again").isPresent());
        save(stage, "restore-5-blocked");
        stage.press("Back");
        stage.press("Make anew");
        stage.press("Next");
        stage.window().awaitThat("checked", () -> stage.button("Next").filter(b -> !b.isDisabled()).isPresent());
        save(stage, "restore-5-anew");
        stage.press("Next");
        save(stage, "restore-6-anew");
        stage.press("Back");
        stage.press("Back");
        stage.press("Refuse");
        stage.press("Next");
        stage.press("Restore under a new name");
        stage.window().awaitThat("checked again", () -> stage.button("Next").filter(b -> !b.isDisabled()).isPresent());
        save(stage, "restore-5-preflight");
        stage.press("Next");
        stage.window().type("orders-pr");
        save(stage, "restore-6-confirm");
        stage.window().type("od");
        stage.press("Start restore");
        stage.window().awaitThat("done", () -> stage.button("Save report…").isPresent());
        save(stage, "restore-7-report");
        stage.press("Close");
    }

    private void locked(WorkStage stage) {
        stage.window().run(
                () -> RestoreWizard.show(stage.desk(), Optional.of(home.resolve("payments-encrypted.msgdb"))));
        stage.window().awaitThat("asked", () -> stage.button("Unlock").isPresent());
        save(stage, "restore-locked-1-asked");
        stage.press("Cancel");
        save(stage, "restore-locked-2-notice");
        stage.window().run(stage.screens().modals()::close);
    }

    private static void choose(WorkStage stage, String name) {
        stage.window().run(() -> stage.window().stage().getScene().getRoot().lookupAll(".choice-card").stream()
                .map(dev.brokerscope.desktop.ui.control.ChoiceCard.class::cast)
                .filter(c -> name.equals(c.getAccessibleText())).findFirst().orElseThrow().fire());
    }

    private void jobs(WorkStage stage) {
        JobsScreen[] screen = new JobsScreen[1];
        stage.window().run(() -> screen[0] = new JobsScreen(stage.desk()));
        stage.show(screen[0].content());
        save(stage, "jobs-past");
        var job = LongJob.start(stage.engine());
        LongJob.sleep(4_000);
        stage.window().run(() -> ((ListView<?>) screen[0].content().lookup(".job-list")).getSelectionModel().select(1));
        stage.window().awaitThat("running", () -> stage.button("Pause").isPresent());
        LongJob.sleep(1_000);
        save(stage, "jobs-running");
        job.cancel();
        stage.window().run(screen[0]::closed);
    }

    private void archive(WorkStage stage) throws Exception {
        Path file = new ShopArchive(home.resolve("payments-2026-11.msgdb")).make();
        Source source = stage.desk().sources().archive(file);
        try (OpenConnection open = stage.engine().connector().openArchive(file)) {
            ArchiveScreen[] screen = new ArchiveScreen[1];
            stage.window().run(() -> screen[0] = new ArchiveScreen(stage.desk(), source, open));
            stage.show(screen[0].content());
            stage.window().awaitThat("read", () -> screen[0].content().lookup(".coverage-list") != null);
            save(stage, "archive");
            stage.window().run(screen[0]::closed);
        }
    }

    private void unlock(WorkStage stage) throws Exception {
        Path file = new EncryptedShop(home.resolve("payments-encrypted.msgdb"), "right horse").make();
        try (OpenConnection locked = stage.engine().connector().openArchive(file)) {
            stage.window().run(() -> UnlockDialog.show(stage.desk(), file, locked.archive().orElseThrow().keySlots(),
                    new UnlockDialog.Answer() {
                        @Override
                        public void unlocked() {
                        }

                        @Override
                        public void withoutMessages() {
                        }
                    }));
            save(stage, "unlock-1-asked");
            stage.window().type("wrong horse");
            stage.press("Unlock");
            stage.window().awaitThat("told",
                    () -> stage.window().stage().getScene().getRoot().lookup(".modal-card .notice") != null);
            save(stage, "unlock-2-wrong");
            stage.press("Cancel");
        }
    }

    private void save(WorkStage stage, String name) {
        for (ThemeChoice choice : List.of(ThemeChoice.LIGHT, ThemeChoice.DARK)) {
            stage.window().run(() -> stage.window().theme().choiceProperty().set(choice));
            stage.window().awaitFrames(6);
            stage.window().savePicture(folder.resolve(name + "-" + size + "-"
                    + choice.name().toLowerCase(Locale.ROOT) + ".png"));
        }
    }
}
