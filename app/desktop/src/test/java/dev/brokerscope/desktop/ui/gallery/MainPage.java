package dev.brokerscope.desktop.ui.gallery;

import dev.brokerscope.desktop.ui.Glyph;
import dev.brokerscope.desktop.ui.Icon;
import dev.brokerscope.desktop.ui.Rows;
import dev.brokerscope.desktop.ui.Theme;
import dev.brokerscope.desktop.ui.Tone;
import dev.brokerscope.desktop.ui.action.Action;
import dev.brokerscope.desktop.ui.action.ActionRegistry;
import dev.brokerscope.desktop.ui.action.Shortcuts;
import dev.brokerscope.desktop.ui.control.Badge;
import dev.brokerscope.desktop.ui.control.Buttons;
import dev.brokerscope.desktop.ui.control.FieldBox;
import dev.brokerscope.desktop.ui.control.PanePositions;
import dev.brokerscope.desktop.ui.control.SplitPanes;
import dev.brokerscope.desktop.ui.control.Stage;
import dev.brokerscope.desktop.ui.control.StageMark;
import dev.brokerscope.desktop.ui.detail.ByteView;
import dev.brokerscope.desktop.ui.detail.DecodedTree;
import dev.brokerscope.desktop.ui.detail.HexView;
import dev.brokerscope.desktop.ui.detail.LinkedSelection;
import dev.brokerscope.desktop.ui.frame.OpenTab;
import dev.brokerscope.desktop.ui.frame.OpenTabs;
import dev.brokerscope.desktop.ui.frame.StatusBar;
import dev.brokerscope.desktop.ui.frame.StatusCell;
import dev.brokerscope.desktop.ui.frame.TopBar;
import dev.brokerscope.desktop.ui.frame.WindowLayers;
import dev.brokerscope.desktop.ui.palette.Palette;
import dev.brokerscope.desktop.ui.palette.PaletteEntry;
import dev.brokerscope.desktop.ui.table.WindowedTable;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The main window made of the components, over made-up data.
final class MainPage {

    private static final PanePositions FORGETFUL = new PanePositions() {
        @Override
        public OptionalDouble size(String pane) {
            return OptionalDouble.empty();
        }

        @Override
        public void remember(String pane, double pixels) {
        }

        @Override
        public void forget(String pane) {
        }
    };

    final WindowedTable<SampleRows.Message> table = SampleTable.of(1_000_000);
    final DecodedTree tree = new DecodedTree();
    final HexView hex = new HexView();
    final ActionRegistry actions = actions();
    final WindowLayers layers;
    final Palette palette;

    MainPage(Theme theme) {
        LinkedSelection.link(tree, hex);
        tree.show(SampleValue.payment());
        hex.setBytes(ByteView.of(SampleValue.bytes(121)));
        TopBar top = new TopBar(theme, actions.menus(List.of("File", "Edit", "View", "Channel", "Messages", "Help")),
                "Ctrl K", this::openPalette, List.of(Buttons.flat("1 job running", Glyph.ACTIVITY, () -> {
                })));
        top.setStage(Stage.PRODUCTION, Optional.empty());
        SplitPanes work = new SplitPanes(Orientation.HORIZONTAL, middle(), details(), SplitPanes.Keeps.SECOND,
                new SplitPanes.Sizes("details", 380, 300, 400), FORGETFUL);
        BorderPane right = new BorderPane(work);
        right.setTop(tabs());
        SplitPanes panes = new SplitPanes(Orientation.HORIZONTAL, side(), right, SplitPanes.Keeps.FIRST,
                new SplitPanes.Sizes("side", 240, 180, 600), FORGETFUL);
        BorderPane window = new BorderPane(panes);
        window.setTop(top);
        window.setBottom(status());
        layers = new WindowLayers(window);
        palette = new Palette(layers.modals(), MainPage::entries);
    }

    private void openPalette() {
        palette.open();
    }

    private static ActionRegistry actions() {
        ActionRegistry actions = new ActionRegistry();
        for (String menu : List.of("File", "Edit", "View", "Channel", "Messages", "Help")) {
            actions.add(new Action(menu, menu + " something…", Glyph.ARCHIVE, menu,
                    menu.equals("File") ? Shortcuts.ctrl(KeyCode.O) : Shortcuts.none(), () -> {
                    }));
        }
        return actions;
    }

    private static List<PaletteEntry> entries() {
        return List.of(PaletteEntry.of("This topic", "Back up payments…", "≤ 4,741,906 messages", Glyph.ARCHIVE, () -> {
        }).withKeys("Ctrl B"),
                PaletteEntry.of("This topic", "Count payments exactly…", "reads 2.1 GB", Glyph.CALCULATOR,
                        () -> {
                        }),
                PaletteEntry.of("This topic", "Send to payments…", "", Glyph.SEND, () -> {
                }).disabled("orders-prod is read-only; unlock it first"),
                PaletteEntry.of("Channels", "payments", "orders-prod · 12 partitions", Glyph.LAYERS, () -> {
                }), PaletteEntry.of("Channels", "payments.dlq", "orders-prod · 317 messages", Glyph.LAYERS, () -> {
                }), PaletteEntry.of("Channels", "invoices.repay", "billing-rabbit · queue", Glyph.LIST_END, () -> {
                }),
                PaletteEntry.of("Archives and jobs", "payments-2026-11", "22 volumes, sealed", Glyph.ARCHIVE, () -> {
                }));
    }

    private static Node tabs() {
        OpenTabs tabs = new OpenTabs(_ -> {
        });
        tabs.open(new OpenTab("1", "payments", "orders-prod / payments", Stage.PRODUCTION, Optional.empty()));
        tabs.open(new OpenTab("2", "orders.v1", "orders-prod / orders.v1", Stage.PRODUCTION, Optional.empty()));
        tabs.open(new OpenTab("3", "dead-letter", "billing / dead-letter", Stage.TEST, Optional.empty()));
        tabs.open(new OpenTab("4", "payments-2026-11", "archive", Stage.NONE, Optional.of(Glyph.ARCHIVE)));
        tabs.select("1");
        return tabs;
    }

    private Region middle() {
        HBox title = Rows.row(8, StageMark.dot(Stage.PRODUCTION), Rows.label("orders-prod", "muted"),
                new Icon(Glyph.CHEVRON_RIGHT, 12), Rows.label("payments", "title"), StageMark.word(Stage.PRODUCTION),
                Badge.of("read-only", Glyph.LOCK, Tone.PLAIN), Rows.spring(),
                Buttons.plain("Back up…", Glyph.ARCHIVE, () -> {
                }));
        title.getStyleClass().add("pane-head");
        HBox foot = Rows.row(12, Rows.label("Rows 1 – 500", "strong"), Rows.label("of 1,000,000", "muted"));
        foot.getStyleClass().add("pane-foot");
        BorderPane pane = new BorderPane(table);
        pane.setTop(title);
        pane.setBottom(foot);
        pane.setMinWidth(0);
        return pane;
    }

    private Region details() {
        HBox head = Rows.row(6, Rows.label("Partition 3", "strong"), Rows.label("· offset", "muted"),
                Rows.label("1204006", "mono"), Rows.spring(), Buttons.icon(Glyph.COPY, "Copy", () -> {
                }));
        head.getStyleClass().add("pane-head");
        SplitPanes split = new SplitPanes(Orientation.VERTICAL, tree, hex, SplitPanes.Keeps.SECOND,
                new SplitPanes.Sizes("hex", 170, 60, 100), FORGETFUL);
        BorderPane pane = new BorderPane(split);
        pane.setTop(head);
        return pane;
    }

    private static Region side() {
        TreeItem<String> root = new TreeItem<>("root");
        TreeItem<String> connection = new TreeItem<>("orders-prod");
        connection.setExpanded(true);
        for (String name : List.of("order-events", "orders.v1", "payments", "payments.dlq", "customer-profile")) {
            connection.getChildren().add(new TreeItem<>(name));
        }
        root.getChildren().add(connection);
        root.getChildren().add(new TreeItem<>("orders-staging"));
        TreeView<String> view = new TreeView<>(root);
        view.setShowRoot(false);
        view.setCellFactory(_ -> new ChannelCell());
        view.getSelectionModel().select(3);
        HBox head = Rows.row(6, FieldBox.search("Filter channels"));
        HBox.setHgrow(head.getChildren().getFirst(), Priority.ALWAYS);
        head.setStyle("-fx-padding: 8;");
        VBox side = Rows.column(0, head, view);
        VBox.setVgrow(view, Priority.ALWAYS);
        side.getStyleClass().add("area-subtle");
        return side;
    }

    private static Node status() {
        StatusBar bar = new StatusBar();
        StatusCell stage = new StatusCell();
        stage.showStage(Stage.PRODUCTION);
        bar.addLeft(stage);
        bar.addLeft(new StatusCell(Glyph.LOCK, "Read-only"));
        bar.addRight(new StatusCell(Glyph.DATABASE, "116,557 rows on disk"));
        bar.addRight(new StatusCell(Glyph.CLOCK, "UTC"));
        return bar;
    }

    private static final class ChannelCell extends TreeCell<String> {

        @Override
        protected void updateItem(String name, boolean empty) {
            super.updateItem(name, empty);
            setText(null);
            setGraphic(empty ? null : Rows.row(6, StageMark.dot(Stage.PRODUCTION), Rows.label(name), Rows.spring(),
                    Rows.label("≤ 4.23 M", "mono-small", "muted")));
        }
    }
}
