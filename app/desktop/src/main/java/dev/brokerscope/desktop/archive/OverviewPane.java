package dev.brokerscope.desktop.archive;

import dev.brokerscope.api.broker.GroupStates;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.archive.ArchiveContents;
import dev.brokerscope.core.job.Amounts;
import dev.brokerscope.desktop.ui.CountText;
import dev.brokerscope.desktop.ui.Rows;
import dev.brokerscope.desktop.ui.Texts;
import dev.brokerscope.desktop.ui.control.Badge;
import dev.brokerscope.desktop.ui.control.Card;
import dev.brokerscope.desktop.wizard.PlainTable;
import dev.brokerscope.desktop.wizard.PlainTable.Column;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Coverage and runs at the left, facts at the right; below one another where the window is narrow.
final class OverviewPane extends ScrollPane {

    private static final double NARROW = 1000;
    private static final double FACTS = 380;
    private static final int SHOWN = 12;

    private final VBox left;
    private final VBox right;
    private final IntegrityCard integrity;

    OverviewPane(ArchiveContents contents, Coverages coverage, ArchiveWords words, ArchiveModel model,
            Consumer<ChannelId> browse) {
        integrity = new IntegrityCard(contents, words, model);
        CoverageCard card = new CoverageCard(coverage, words.zone(), browse);
        VBox.setVgrow(card, Priority.ALWAYS);
        left = new VBox(12, card, runs(contents, words));
        right = new VBox(12, integrity, schemas(contents), groups(contents));
        HBox.setHgrow(left, Priority.ALWAYS);
        left.setMinWidth(0);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        getStyleClass().add("overview");
        widthProperty().subscribe(width -> arrange(width.doubleValue() < NARROW));
    }

    void poll() {
        integrity.poll();
    }

    private void arrange(boolean narrow) {
        if (getContent() != null && getContent() instanceof VBox == narrow) {
            return;
        }
        if (getContent() instanceof Pane before) {
            before.getChildren().clear();
        }
        right.setMinWidth(narrow ? 0 : FACTS);
        right.setMaxWidth(narrow ? Double.MAX_VALUE : FACTS);
        Pane page = narrow ? new VBox(12, left, right) : new HBox(12, left, right);
        page.getStyleClass().add("overview-page");
        setFitToHeight(!narrow);
        setContent(page);
    }

    private static Node runs(ArchiveContents contents, ArchiveWords words) {
        List<ArchiveContents.Run> runs = contents.runs();
        PlainTable<ArchiveContents.Run> table = new PlainTable<>(runs.reversed(), List.of(
                Column.words(Texts.text("archive.run.kind"), 110, r -> ArchiveWords.word(r.kind())),
                Column.mono(Texts.text("archive.run.started", words.zone().getId()), 170,
                        r -> words.moment(r.startedAt())),
                Column.number(Texts.text("job.took"), 80, ArchiveWords::took),
                Column.number(Texts.text("job.messages"), 100,
                        r -> Amounts.number(coverage(contents, r).stream()
                                .mapToLong(ArchiveContents.Coverage::messages).sum())),
                Column.number(Texts.text("archive.run.raw"), 90,
                        r -> Amounts.bytes(coverage(contents, r).stream()
                                .mapToLong(ArchiveContents.Coverage::bytes).sum())),
                Column.number(Texts.text("archive.gaps"), 60,
                        r -> Amounts.number(gaps(contents, r))),
                Column.words(Texts.text("archive.state"), 130, r -> ArchiveWords.word(r.state()))));
        table.getStyleClass().add("inside");
        return new Card(Texts.text("archive.runs"), table, Badge.count(Integer.toString(runs.size())),
                Rows.label(runs.stream().map(r -> r.source().label()).distinct().reduce((a, b) -> a + ", " + b)
                        .map(from -> Texts.text("archive.from", from)).orElse(""), "muted"));
    }

    private static long gaps(ArchiveContents contents, ArchiveContents.Run run) {
        return contents.channels().stream().mapToLong(channel -> channel.partitions().stream()
                .flatMap(p -> p.coverage().stream()).filter(c -> c.run().equals(run.id()))
                .mapToLong(c -> PartitionCoverage.missing(c, channel.profile().dense())).sum()).sum();
    }

    private static List<ArchiveContents.Coverage> coverage(ArchiveContents contents, ArchiveContents.Run run) {
        return contents.channels().stream().flatMap(c -> c.partitions().stream()).flatMap(p -> p.coverage().stream())
                .filter(c -> c.run().equals(run.id())).toList();
    }

    private static Node schemas(ArchiveContents contents) {
        List<SchemaLine> lines = SchemaLine.of(contents);
        VBox body = new VBox(5);
        body.getStyleClass().add("card-body");
        lines.stream().limit(SHOWN).forEach(line -> body.getChildren().add(Rows.row(8,
                Rows.label(line.user(), "mono-small"), Rows.label(line.id(), "mono-small", "muted"), Rows.spring(),
                Rows.label(line.known() ? line.uses() : Texts.text("archive.schema.missing"), "mono-small",
                        line.known() ? "muted" : "tone-warn"))));
        if (lines.isEmpty()) {
            body.getChildren().add(Rows.wrapped(Texts.text("archive.schemas.none"), "muted"));
        }
        boolean whole = !lines.isEmpty() && lines.stream().allMatch(SchemaLine::known);
        return new Card(Texts.text("archive.schemas"), body, Badge.count(Integer.toString(contents.schemas().size())),
                Rows.spring(), Rows.label(whole ? Texts.text("archive.no-registry") : "", "muted"));
    }

    private static Node groups(ArchiveContents contents) {
        List<GroupLine> lines = GroupLine.of(contents);
        VBox body = new VBox(5);
        body.getStyleClass().add("card-body");
        lines.stream().limit(SHOWN).forEach(line -> body.getChildren().add(Rows.row(8,
                Rows.label(line.group().name(), "mono-small"),
                Rows.label(line.channel() + stateOf(line.group()), "small", "muted"),
                Rows.spring(), Rows.label(Texts.text("archive.lag", CountText.full(line.group().lag())),
                        "mono-small"))));
        if (lines.isEmpty()) {
            body.getChildren().add(Rows.wrapped(Texts.text("archive.groups.none"), "muted"));
        }
        return new Card(Texts.text("archive.groups"), body, Badge.count(Integer.toString(lines.size())));
    }

    private static String stateOf(GroupStates.GroupState group) {
        return group.state().isEmpty() ? "" : " · " + group.state();
    }
}
