package dev.brokerscope.desktop.wizard.restore;

import dev.brokerscope.core.connection.Connection;
import dev.brokerscope.core.connection.Stage;
import dev.brokerscope.core.job.Amounts;
import dev.brokerscope.core.restore.DryRun;
import dev.brokerscope.core.restore.RestorePlan.IntoExisting;
import dev.brokerscope.desktop.desk.Desk;
import dev.brokerscope.desktop.ui.Glyph;
import dev.brokerscope.desktop.ui.Icon;
import dev.brokerscope.desktop.ui.Rows;
import dev.brokerscope.desktop.ui.Texts;
import dev.brokerscope.desktop.ui.Tone;
import dev.brokerscope.desktop.ui.control.Card;
import dev.brokerscope.desktop.ui.control.CommandBox;
import dev.brokerscope.desktop.ui.control.Facts;
import dev.brokerscope.desktop.ui.control.NoticeBar;
import dev.brokerscope.desktop.ui.control.StageMark;
import dev.brokerscope.desktop.ui.dialog.TypedConfirmation;
import dev.brokerscope.desktop.wizard.PlainTable;
import dev.brokerscope.desktop.wizard.PlainTable.Column;
import dev.brokerscope.desktop.wizard.Sentence;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.VBox;

/// The last step: stage, target and amount in sight; production needs the connection's name typed.
final class ConfirmStep extends VBox {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    private final Desk desk;
    private final RestoreModel model;
    private final ReadOnlyBooleanWrapper confirmed = new ReadOnlyBooleanWrapper();
    private final BooleanProperty agreed = new SimpleBooleanProperty();

    ConfirmStep(Desk desk, RestoreModel model) {
        super(12);
        this.desk = desk;
        this.model = model;
    }

    /// Whether the restore may be started.
    ReadOnlyBooleanProperty confirmedProperty() {
        return confirmed.getReadOnlyProperty();
    }

    /// Shows the plan as it was checked.
    void show() {
        confirmed.unbind();
        confirmed.set(false);
        getChildren().setAll(RestoreSteps.title(Texts.text("backup.what")));
        Optional<DryRun> run = model.possible();
        Optional<Connection> connection = model.targetProperty().get();
        if (run.isPresent() && connection.isPresent()) {
            fill(run.get(), connection.get());
        } else {
            getChildren().add(new NoticeBar(Tone.WARN, Glyph.TRIANGLE_ALERT, Texts.text("restore.not-checked"),
                    List.of()));
        }
    }

    private void fill(DryRun run, Connection connection) {
        long created = run.channels().stream().filter(c -> !c.exists()).count();
        CommandBox command = new CommandBox();
        command.show(run.plan().confirmed(run.plan().intoExisting() == IntoExisting.RECREATE)
                .command(List.of("--connection", connection.name())));
        getChildren().addAll(sentence(run, connection, created), figures(run, created), table(run));
        long existing = run.channels().size() - created;
        boolean deletes = existing > 0 && run.plan().intoExisting() == IntoExisting.RECREATE;
        agreed.set(!deletes);
        if (deletes) {
            getChildren().addAll(new NoticeBar(Tone.BAD, Glyph.TRASH_2, Texts.text("restore.deletes", existing),
                    List.of()), agreement());
        } else if (existing > 0) {
            getChildren().add(new NoticeBar(Tone.WARN, Glyph.TRIANGLE_ALERT,
                    Texts.text("restore.appends", existing), List.of()));
        }
        if (connection.stage() == Stage.PRODUCTION) {
            getChildren().add(production(connection));
        } else {
            confirmed.bind(agreed);
        }
        getChildren().add(command);
    }

    private static Node sentence(DryRun run, Connection connection, long created) {
        var stage = dev.brokerscope.desktop.ui.control.Stage.valueOf(connection.stage().name());
        return new Sentence()
                .words(Texts.text("restore.sentence.writes", run.messages(), run.channels().size()) + " ")
                .mark(StageMark.word(stage)).words(" ").name(connection.name())
                .words(rest(run, created))
                .words(run.plan().compare() ? " " + Texts.text("restore.sentence.compare") : "")
                .words(run.groups().isEmpty() ? ""
                        : " " + Texts.text("restore.sentence.groups", run.groups().size()));
    }

    private static String rest(DryRun run, long created) {
        long existing = run.channels().size() - created;
        return existing > 0 && run.plan().intoExisting() == IntoExisting.RECREATE
                ? Texts.text("restore.sentence.anew", created, existing)
                : Texts.text("restore.sentence.rest", created, existing);
    }

    private Facts figures(DryRun run, long created) {
        return new Facts(List.of(
                new Facts.Fact(Amounts.number(run.messages()), Texts.text("restore.fact.write")),
                new Facts.Fact(Amounts.bytes(run.channels().stream().mapToLong(DryRun.Channel::bytes).sum()),
                        Texts.text("job.fact.bytes")),
                new Facts.Fact(Amounts.number(created), Texts.text("restore.fact.created")),
                new Facts.Fact(times(run), Texts.text("restore.fact.times"))));
    }

    private String times(DryRun run) {
        Optional<Long> oldest = run.channels().stream().flatMap(c -> c.oldest().stream()).min(Long::compare);
        Optional<Long> newest = run.channels().stream().flatMap(c -> c.newest().stream()).max(Long::compare);
        if (oldest.isEmpty() || newest.isEmpty()) {
            return "–";
        }
        String from = day(oldest.get());
        String to = day(newest.get());
        return from.equals(to) ? from : from + " – " + to;
    }

    private String day(long millis) {
        return DAY.format(Instant.ofEpochMilli(millis).atZone(desk.zone().get()));
    }

    private static PlainTable<DryRun.Channel> table(DryRun run) {
        return new PlainTable<>(run.channels(), List.of(
                Column.mono(Texts.text("restore.column.from"), 200, c -> c.from().text()),
                Column.mono(Texts.text("restore.column.to"), 240, c -> c.to().text()),
                Column.words("", 96, c -> Texts.text(c.exists() ? "restore.exists" : "restore.new")),
                Column.number(Texts.text("backup.column.partitions"), 96, c -> Integer.toString(c.partitions())),
                Column.number(Texts.text("backup.column.messages"), 110, c -> Amounts.number(c.messages())),
                Column.number(Texts.text("backup.column.size"), 90, c -> Amounts.bytes(c.bytes()))));
    }

    private CheckBox agreement() {
        CheckBox box = new CheckBox(Texts.text("restore.deletes.agree"));
        box.setMinHeight(28);
        box.setSelected(false);
        box.selectedProperty().subscribe(yes -> agreed.set(yes));
        return box;
    }

    private Card production(Connection connection) {
        TypedConfirmation typed = new TypedConfirmation(Texts.text("restore.type-name", connection.name()),
                connection.name());
        confirmed.bind(typed.confirmed().and(agreed));
        desk.ui().later(() -> Optional.ofNullable(typed.lookup(".text-field")).ifPresent(Node::requestFocus));
        VBox body = new VBox(8, typed, Rows.row(6, Icon.of(Glyph.FINGERPRINT, 14, Tone.PLAIN),
                Rows.wrapped(Texts.text("restore.audited"), "small", "muted")));
        body.getStyleClass().add("card-body");
        return new Card(Texts.text("restore.production"), body).dangerous();
    }
}
