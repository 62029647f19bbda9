package dev.brokerscope.desktop.detail;

import dev.brokerscope.api.message.Message;
import dev.brokerscope.api.message.TimestampType;
import dev.brokerscope.desktop.desk.Desk;
import dev.brokerscope.desktop.message.MessageRow;
import dev.brokerscope.desktop.message.PartitionTick;
import dev.brokerscope.desktop.message.TimeWords;
import dev.brokerscope.desktop.ui.Glyph;
import dev.brokerscope.desktop.ui.Rows;
import dev.brokerscope.desktop.ui.Texts;
import dev.brokerscope.desktop.ui.control.Badge;
import dev.brokerscope.desktop.ui.control.Buttons;
import dev.brokerscope.desktop.ui.control.EmptyState;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The chosen message in full. Beside the table its head stands above the tabs; below the table, where height is
/// scarce, head and tools stand in the row of the tabs.
public final class DetailPane extends StackPane {

    private final DetailModel model;
    private final Desk desk;
    private final CopyMenu copyMenu;
    private final TabPane tabs = new TabPane();
    private final Map<DetailTab, Tab> byName = new EnumMap<>(DetailTab.class);
    private final PayloadView value;
    private final PayloadView key;
    private final VBox valueBox = new VBox();
    private final VBox keyBox = new VBox();
    private final HBox where = Rows.row(6);
    private final HBox buttons;
    private final HBox head = Rows.row(8);
    private final HBox overTabs = Rows.row(8);
    private final VBox whole = new VBox();
    private final Label headerCount = Badge.count("0");
    private boolean flat;

    /// @param move selects another message, so many rows further
    public DetailPane(DetailModel model, CopyMenu copyMenu, Desk desk, IntConsumer move) {
        this.model = model;
        this.desk = desk;
        this.copyMenu = copyMenu;
        value = new PayloadView(model.value(), desk);
        key = new PayloadView(model.key(), desk);
        Button copy = Buttons.icon(Glyph.COPY, Texts.text("detail.copy"), () -> {});
        copy.setOnAction(_ -> copyMenu.showAt(copy));
        buttons = Rows.row(2, Buttons.icon(Glyph.CHEVRON_UP, Texts.text("detail.previous"), () -> move.accept(-1)),
                Buttons.icon(Glyph.CHEVRON_DOWN, Texts.text("detail.next"), () -> move.accept(1)), copy);
        buttons.setMinWidth(Region.USE_PREF_SIZE);
        tabs.getStyleClass().add("detail");
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        for (DetailTab name : DetailTab.values()) {
            Tab tab = new Tab(name.title(), content(name));
            byName.put(name, tab);
            tabs.getTabs().add(tab);
        }
        tab(DetailTab.HEADERS).setGraphic(headerCount);
        tabs.getSelectionModel().selectedItemProperty().subscribe(_ -> place());
        head.getStyleClass().add("detail-head");
        overTabs.getStyleClass().add("over-tabs");
        overTabs.setPickOnBounds(false);
        overTabs.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        where.setMinWidth(0);
        VBox.setVgrow(tabs, javafx.scene.layout.Priority.ALWAYS);
        setMinSize(0, 0);
        model.chosenProperty().subscribe(this::show);
        desk.zone().subscribe(_ -> show(model.chosenProperty().get()));
        place();
    }

    /// Below the table instead of beside it.
    public void flat(boolean isFlat) {
        if (flat != isFlat) {
            flat = isFlat;
            value.sideways(isFlat);
            key.sideways(isFlat);
            place();
            show(model.chosenProperty().get());
        }
    }

    /// Selects a tab by its number, from 1.
    public void selectTab(int number) {
        tabs.getSelectionModel().select(number - 1);
    }

    /// Opens the menu of forms to copy.
    public void copyAs() {
        copyMenu.showAt(buttons);
    }

    @Override
    public void requestFocus() {
        Tab shown = tabs.getSelectionModel().getSelectedItem();
        if (shown == tab(DetailTab.VALUE)) {
            value.requestFocus();
        } else if (shown == tab(DetailTab.KEY)) {
            key.requestFocus();
        } else {
            tabs.requestFocus();
        }
    }

    private Node content(DetailTab name) {
        return switch (name) {
            case VALUE -> filled(valueBox, value);
            case KEY -> filled(keyBox, key);
            case HEADERS -> new HeadersView(model, desk);
            case METADATA -> new MetadataView(model, desk);
            case WHY -> new WhyView(model);
        };
    }

    private static Node filled(VBox box, PayloadView payload) {
        VBox.setVgrow(payload, javafx.scene.layout.Priority.ALWAYS);
        box.getChildren().setAll(payload.tools(), payload);
        return box;
    }

    /// Puts head and tools where there is room for them.
    private void place() {
        overTabs.getChildren().clear();
        if (flat) {
            head.getChildren().clear();
            overTabs.getChildren().setAll(where);
            Tab shown = tabs.getSelectionModel().getSelectedItem();
            if (shown == tab(DetailTab.VALUE)) {
                overTabs.getChildren().add(value.tools());
            } else if (shown == tab(DetailTab.KEY)) {
                overTabs.getChildren().add(key.tools());
            }
            overTabs.getChildren().add(buttons);
            whole.getChildren().setAll(new StackPane(tabs, overTabs));
            StackPane.setAlignment(overTabs, javafx.geometry.Pos.TOP_RIGHT);
            VBox.setVgrow(whole.getChildren().getFirst(), javafx.scene.layout.Priority.ALWAYS);
        } else {
            filled(valueBox, value);
            filled(keyBox, key);
            head.getChildren().setAll(where, Rows.spring(), buttons);
            whole.getChildren().setAll(head, tabs);
        }
    }

    private Tab tab(DetailTab name) {
        return java.util.Objects.requireNonNull(byName.get(name), name::title);
    }

    private void show(Chosen chosen) {
        switch (chosen) {
            case Chosen.Nothing _ -> getChildren().setAll(new EmptyState(Glyph.ROWS_3, Texts.text("detail.none"),
                    Texts.text("detail.none.hint"), List.of()));
            case Chosen.Hole(MessageRow.Gap gap) -> getChildren().setAll(new EmptyState(Glyph.UNFOLD_VERTICAL,
                    gap.first().equals(gap.last())
                            ? Texts.text("detail.gap.one", gap.first(), String.valueOf(gap.partition()))
                            : Texts.text("detail.gap", gap.first(), gap.last(), String.valueOf(gap.partition())),
                    Texts.text("message.gap." + gap.reason().text() + ".why"), List.of()));
            case Chosen.Whole(var message) -> {
                showWhere(message);
                headerCount.setText(String.valueOf(message.headers().size()));
                getChildren().setAll(whole);
            }
        }
    }

    private void showWhere(Message message) {
        String offset = model.reading().session().notation(message.position());
        Optional<String> time = message.timestampType() == TimestampType.NONE
                ? Optional.empty()
                : Optional.of(TimeWords.brief(message.timestamp(), desk.zone().get()));
        where.getChildren().setAll(PartitionTick.of(message.partition()));
        if (flat) {
            where.getChildren().addAll(Rows.label("P " + message.partition(), "strong"), Rows.label("·", "muted"),
                    Rows.label(offset, "mono"));
            return;
        }
        where.getChildren().addAll(Rows.label(Texts.text("message.partition", String.valueOf(message.partition())),
                "strong"), Rows.label(Texts.text("detail.offset"), "muted"), Rows.label(offset, "mono"));
        time.ifPresent(t -> where.getChildren().addAll(Rows.label("·", "muted"), Rows.label(t, "mono", "muted")));
    }
}
