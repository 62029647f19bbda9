package dev.brokerscope.desktop.message;

import dev.brokerscope.core.backup.BackupSource;
import dev.brokerscope.core.backup.Selection;
import dev.brokerscope.desktop.desk.Desk;
import dev.brokerscope.desktop.desk.Source;
import dev.brokerscope.desktop.keep.Findings;
import dev.brokerscope.desktop.keep.KeepDialog;
import dev.brokerscope.desktop.ui.control.FaultCard;
import dev.brokerscope.desktop.ui.control.Remedy;
import dev.brokerscope.desktop.ui.Texts;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.ContextMenu;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// Query bar, progress, and the table with its foot.
public final class MessagesView {

    private static final Duration PERIOD = Duration.ofMillis(100);

    private final MessagesModel model;
    private final Desk desk;
    private final QueryBar bar;
    private final MessageTable table;
    private final Emptiness emptiness;
    private final VBox top;
    private final BorderPane results = new BorderPane();
    private final StackPane middle = new StackPane();
    private final ReadOnlyObjectWrapper<Optional<Region>> alone = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Subscription polling = Subscription.EMPTY;

    public MessagesView(MessagesModel model, Desk desk, Source source) {
        this.model = model;
        this.desk = desk;
        bar = new QueryBar(model);
        table = new MessageTable(model, desk.ui(), desk.preferences(), desk.zone());
        emptiness = new Emptiness(model, new ConsentPane.Ways(source.stage(), model::agree,
                channel -> desk.screens().openChannel(source, channel)));
        top = new VBox(bar, new ProgressRow(model));
        middle.getChildren().add(table.node());
        results.setCenter(middle);
        results.setBottom(new PageFoot(model, table.table().selectedIndexProperty().greaterThanOrEqualTo(0),
                () -> keep(source)));
        results.setMinWidth(0);
        model.stateProperty().subscribe(this::show);
        model.pageProperty().subscribe(_ -> grow());
    }

    /// The query bar with its progress: over the whole width of the tab.
    public Region top() {
        return top;
    }

    /// The table with its foot.
    public Region results() {
        return results;
    }

    /// What stands instead of messages and details, as long as nothing may or can be read.
    public ReadOnlyObjectProperty<Optional<Region>> aloneProperty() {
        return alone.getReadOnlyProperty();
    }

    /// The selected row; empty where none is, or while it is being read.
    public ReadOnlyObjectProperty<Optional<MessageRow>> selectedProperty() {
        return table.table().selectedRowProperty();
    }

    public void rowMenu(ContextMenu menu) {
        table.rowMenu(menu);
    }

    public void focusTable() {
        table.table().requestFocus();
    }

    public boolean hasTableFocus() {
        return table.table().isFocusWithin();
    }

    public void focusFilter() {
        bar.focusFilter();
    }

    public boolean hasBarFocus() {
        return bar.isFocusWithin();
    }

    public void goTo() {
        bar.goTo();
    }

    /// Searches for what stands in the bar.
    public void run() {
        bar.run();
    }

    public void move(int rows) {
        table.move(rows);
    }

    /// Decodes the rows in view again.
    public void decodeAgain() {
        table.reload();
    }

    /// Asks where what was found is to be kept.
    private void keep(Source source) {
        model.store().ifPresent(store -> {
            ChannelReading reading = model.reading();
            PageView page = model.pageProperty().get();
            BackupSource from = new BackupSource(source.connection().broker(), source.name(), reading.session(),
                    reading.schemas(), reading.decoders());
            Optional<Selection> chosen = selectedProperty().get().filter(MessageRow.Data.class::isInstance)
                    .map(row -> Selection.of(store, List.of(row.number())));
            KeepDialog.show(desk, new Findings(from, reading.channel(), model.words(),
                    model.progressProperty().get().matched(), Selection.all(store), chosen, page.ended()));
        });
    }

    /// Leaves out second words where there is little room.
    public void narrow(boolean isNarrow) {
        bar.narrow(isNarrow);
    }

    public void close() {
        polling.unsubscribe();
        model.close();
    }

    private void grow() {
        table.grow();
        boolean rows = model.pageProperty().get().count() > 0;
        if (rows && !middle.getChildren().contains(table.node())) {
            middle.getChildren().setAll(table.node());
        }
    }

    private void show(SearchState state) {
        polling.unsubscribe();
        polling = state instanceof SearchState.Running ? desk.ui().every(PERIOD, model::poll) : Subscription.EMPTY;
        Optional<Region> instead = emptiness.view();
        boolean unreadable = state instanceof SearchState.NeedsConsent || state instanceof SearchState.NotReadable;
        alone.set(instead.filter(_ -> unreadable));
        if (unreadable) {
            return;
        }
        middle.getChildren().setAll(instead.<javafx.scene.Node>map(v -> v).orElseGet(table::node));
        boolean partlyFailed = state instanceof SearchState.Failed && instead.isEmpty();
        results.setTop(partlyFailed && state instanceof SearchState.Failed(var fault)
                ? new FaultCard(fault.message(), fault.remedy(), fault.details().orElse(""),
                        List.of(new Remedy(Texts.text("message.go-on"), model::goOn)))
                : null);
    }
}
