package dev.brokerscope.desktop.archive;

import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.archive.ArchiveContents;
import dev.brokerscope.archive.Verification;
import dev.brokerscope.core.job.Job;
import dev.brokerscope.core.verify.ArchiveCheck;
import dev.brokerscope.desktop.desk.Desk;
import dev.brokerscope.desktop.desk.Source;
import dev.brokerscope.desktop.ui.Rows;
import dev.brokerscope.desktop.ui.Texts;
import dev.brokerscope.desktop.ui.control.FaultCard;
import dev.brokerscope.desktop.ui.control.Remedy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// The tab of an archive: head, then overview, schemas, groups, settings and log.
final class ArchiveView extends StackPane {

    private static final Duration PERIOD = Duration.ofMillis(250);

    private final Desk desk;
    private final Source source;
    private final ArchiveModel model;
    private Subscription polling = Subscription.EMPTY;
    private Optional<OverviewPane> overview = Optional.empty();
    private Optional<ArchiveHead> head = Optional.empty();

    ArchiveView(Desk desk, Source source, ArchiveModel model) {
        this.desk = desk;
        this.source = source;
        this.model = model;
        getStyleClass().add("area");
        setMinSize(0, 0);
        setFocusTraversable(true);
        model.stateProperty().subscribe(this::show);
        desk.zone().subscribe((_, _) -> show(model.stateProperty().get()));
    }

    void closed() {
        polling.unsubscribe();
    }

    private void show(ArchiveModel.State state) {
        getChildren().setAll(switch (state) {
            case ArchiveModel.State.Reading() -> Rows.label(Texts.text("restore.archive.reading"), "muted");
            case ArchiveModel.State.Failed(var fault) -> failed(new FaultCard(fault.message(), fault.remedy(),
                    fault.details().orElse(""), List.of(new Remedy(Texts.text("wizard.retry"), model::load))));
            case ArchiveModel.State.Read(ArchiveContents contents, long size, Coverages coverage) ->
                    read(contents, size, coverage);
        });
    }

    private static Node failed(FaultCard card) {
        VBox page = new VBox(card);
        page.setPadding(new Insets(20));
        return page;
    }

    private Node read(ArchiveContents contents, long size, Coverages coverage) {
        ArchiveWords words = new ArchiveWords(desk.zone().get());
        OverviewPane pane = new OverviewPane(contents, coverage, words, model, this::browse);
        ArchiveHead top = new ArchiveHead(contents, size, words, source.name(), new ArchiveHead.Acts(
                () -> contents.channels().stream().findFirst().ifPresent(c -> browse(c.id())), this::verify,
                () -> desk.screens().restore(source.archive())));
        overview = Optional.of(pane);
        head = Optional.of(top);
        ArchiveTables tables = new ArchiveTables(contents, words);
        TabPane tabs = new TabPane(
                tab(Texts.text("archive.overview"), pane),
                tab(Texts.text("archive.schemas.tab", contents.schemas().size()), tables.schemas()),
                tab(Texts.text("archive.groups.tab", GroupLine.of(contents).size()), tables.groups()),
                tab(Texts.text("archive.settings"), tables.settings()), tab(Texts.text("archive.log"), tables.log()));
        tabs.getStyleClass().addAll("detail", "archive-tabs");
        VBox.setVgrow(tabs, Priority.ALWAYS);
        refresh();
        return new VBox(top, tabs);
    }

    private static Tab tab(String title, Node content) {
        Tab tab = new Tab(title, content);
        tab.setClosable(false);
        return tab;
    }

    private void browse(ChannelId channel) {
        desk.screens().openChannel(source, channel);
    }

    private void verify(Verification.Level level) {
        source.archive().ifPresent(file -> {
            Job<ArchiveCheck> job = desk.engine().jobs().start(ArchiveCheck.request(file, level),
                    ArchiveCheck.body(file, desk.engine().archiveKeys().keys(file), level));
            model.checking(job);
            polling.unsubscribe();
            polling = desk.ui().every(PERIOD, this::poll);
            refresh();
        });
    }

    private void poll() {
        refresh();
        if (model.checkProperty().get().filter(job -> !job.state().ended()).isEmpty()) {
            polling.unsubscribe();
        }
    }

    private void refresh() {
        overview.ifPresent(OverviewPane::poll);
        head.ifPresent(top -> top.show(model.verified(), () -> desk.screens().showJobs()));
    }
}
