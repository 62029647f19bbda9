package dev.brokerscope.desktop.ui.palette;

import dev.brokerscope.desktop.ui.Glyph;
import dev.brokerscope.desktop.ui.Icon;
import dev.brokerscope.desktop.ui.Rows;
import dev.brokerscope.desktop.ui.Texts;
import dev.brokerscope.desktop.ui.control.Badge;
import dev.brokerscope.desktop.ui.dialog.ModalHost;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The command palette: type a few letters, choose with the arrows, Enter runs. Entries are asked for each time it
/// opens, so they are always what there is now.
public final class Palette {

    private static final double WIDTH = 680;
    private static final double ROW = 32;
    private static final int MOST_ROWS = 14;

    private final ModalHost host;
    private final Supplier<List<PaletteEntry>> entries;
    private final TextField field = new TextField();
    private final ListView<PaletteLine> list = new ListView<>();
    private final VBox card = new VBox();
    private List<PaletteEntry> found = List.of();

    public Palette(ModalHost host, Supplier<List<PaletteEntry>> entries) {
        this.host = host;
        this.entries = entries;
        field.setPromptText(Texts.text("palette.prompt"));
        field.setAccessibleText(Texts.text("palette.prompt"));
        field.textProperty().addListener((_, _, typed) -> search(typed));
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        HBox.setHgrow(field, Priority.ALWAYS);
        list.setFixedCellSize(ROW);
        list.setFocusTraversable(false);
        list.setCellFactory(_ -> new PaletteCell(this::run));
        list.setPlaceholder(Rows.label(Texts.text("palette.nothing"), "muted"));
        card.getStyleClass().addAll("modal-card", "palette");
        card.setMaxSize(WIDTH, VBox.USE_PREF_SIZE);
        card.setPrefWidth(WIDTH);
        card.getChildren().addAll(head(), list, foot());
    }

    /// Opens with all entries, nothing typed.
    public void open() {
        found = List.copyOf(entries.get());
        field.clear();
        search("");
        host.show(card, ModalHost.Place.TOP, () -> {
        });
        field.requestFocus();
    }

    /// What stands in the list now, for tests.
    List<String> titles() {
        return list.getItems().stream().flatMap(line -> line.hit().stream()).map(hit -> hit.entry().title()).toList();
    }

    private void search(String typed) {
        List<PaletteLine> lines = new ArrayList<>();
        String group = "";
        for (PaletteSearch.Hit hit : PaletteSearch.find(found, typed)) {
            if (!hit.entry().group().equals(group)) {
                group = hit.entry().group();
                lines.add(PaletteLine.heading(group));
            }
            lines.add(PaletteLine.of(hit));
        }
        list.getItems().setAll(lines);
        list.setPrefHeight(Math.clamp(lines.size(), 2, MOST_ROWS) * ROW + 8);
        list.getSelectionModel().select(Math.min(1, lines.size() - 1));
        list.scrollTo(0);
    }

    private void pressed(KeyEvent key) {
        switch (key.getCode()) {
            case UP -> move(-1, key);
            case DOWN -> move(1, key);
            case PAGE_UP -> move(-8, key);
            case PAGE_DOWN -> move(8, key);
            case ENTER -> {
                key.consume();
                Optional.ofNullable(list.getSelectionModel().getSelectedItem()).ifPresent(this::run);
            }
            default -> {
            }
        }
    }

    /// Headings are stepped over.
    private void move(int step, KeyEvent key) {
        key.consume();
        List<PaletteLine> lines = list.getItems();
        int direction = Integer.signum(step);
        int wanted = Math.clamp(list.getSelectionModel().getSelectedIndex() + (long) step, 0, lines.size() - 1);
        while (wanted >= 0 && wanted < lines.size() && lines.get(wanted).hit().isEmpty()) {
            wanted += direction;
        }
        if (wanted >= 0 && wanted < lines.size()) {
            list.getSelectionModel().select(wanted);
            list.scrollTo(Math.max(0, wanted - MOST_ROWS / 2));
        }
    }

    private void run(PaletteLine line) {
        line.hit().map(PaletteSearch.Hit::entry).filter(PaletteEntry::enabled).ifPresent(entry -> {
            host.close();
            entry.run().run();
        });
    }

    private Node head() {
        HBox head = Rows.row(10, new Icon(Glyph.SEARCH, 16), field, Badge.key(Texts.text("key.escape")));
        head.getStyleClass().add("palette-head");
        return head;
    }

    private static Node foot() {
        HBox foot = Rows.row(8, Badge.key("↑ ↓"), Rows.label(Texts.text("palette.choose"), "small", "muted"),
                Badge.key(Texts.text("key.enter")), Rows.label(Texts.text("palette.run"), "small", "muted"));
        foot.getStyleClass().add("palette-foot");
        return foot;
    }
}
