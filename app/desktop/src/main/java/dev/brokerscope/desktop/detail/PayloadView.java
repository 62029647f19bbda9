package dev.brokerscope.desktop.detail;

import dev.brokerscope.api.decode.Decoded;
import dev.brokerscope.core.decode.Decoding;
import dev.brokerscope.core.job.Amounts;
import dev.brokerscope.desktop.desk.Desk;
import dev.brokerscope.desktop.message.FormatBadge;
import dev.brokerscope.desktop.ui.Glyph;
import dev.brokerscope.desktop.ui.Rows;
import dev.brokerscope.desktop.ui.Texts;
import dev.brokerscope.desktop.ui.Tone;
import dev.brokerscope.desktop.ui.control.Badge;
import dev.brokerscope.desktop.ui.control.EmptyState;
import dev.brokerscope.desktop.ui.control.SegmentedControl;
import dev.brokerscope.desktop.ui.control.SplitPanes;
import dev.brokerscope.desktop.ui.detail.ByteRange;
import dev.brokerscope.desktop.ui.detail.DecodedTree;
import dev.brokerscope.desktop.ui.detail.HexView;
import dev.brokerscope.desktop.ui.detail.LinkedSelection;
import dev.brokerscope.desktop.ui.detail.StyledTextView;
import dev.brokerscope.desktop.ui.detail.TreeEntry;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// A key or a value: as a tree with its bytes beside it, as text, or as bytes alone.
final class PayloadView extends BorderPane {

    /// How a payload is looked at.
    enum Way {
        TREE, TEXT, HEX
    }

    private final PayloadModel model;
    private final Desk desk;
    private final DecodedTree tree = new DecodedTree();
    private final StyledTextView text = new StyledTextView();
    private final HexPane hexPane;
    private final HexView hex = new HexView();
    private final StackPane hexSlot = new StackPane();
    private final SplitPanes both;
    private final StackPane body = new StackPane();
    private final VBox notices = new VBox();
    private final HBox tools;
    private final HBox chip = Rows.row(6);
    private final SegmentedControl<Way> ways = new SegmentedControl<>(List.of(Way.values()),
            way -> Texts.text("detail.way." + way.name().toLowerCase(Locale.ROOT)));
    private Optional<PayloadState.Shown> filled = Optional.empty();
    private int textTurn;

    PayloadView(PayloadModel model, Desk desk) {
        this.model = model;
        this.desk = desk;
        LinkedSelection.link(tree, hex);
        hexPane = new HexPane(hex, () -> tree.selected().map(TreeEntry::name));
        hexSlot.getChildren().add(hexPane);
        both = new SplitPanes(Orientation.VERTICAL, tree, hexSlot, SplitPanes.Keeps.SECOND,
                new SplitPanes.Sizes("detail.hex", 172, 80, 110), desk.preferences());
        chip.setMinWidth(0);
        tools = Rows.row(8, chip, new DecodeAsMenu(model, desk.services()), Rows.spring(), ways);
        tools.getStyleClass().add("detail-tools");
        setCenter(body);
        setMinSize(0, 0);
        setId("payload-" + model.side().name().toLowerCase(Locale.ROOT));
        tools.setId(getId() + "-tools");
        setTop(notices);
        ways.valueProperty().subscribe(_ -> show(model.stateProperty().get()));
        model.stateProperty().subscribe(this::show);
    }

    /// Schema, decoder and the ways to look: above the payload, or wherever there is room.
    HBox tools() {
        return tools;
    }

    /// Side by side where the pane is flat and wide.
    void sideways(boolean isSideways) {
        both.setOrientation(isSideways ? Orientation.HORIZONTAL : Orientation.VERTICAL);
        both.setSize(isSideways ? 464 : desk.preferences().size("detail.hex").orElse(172));
    }

    void way(Way way) {
        ways.valueProperty().set(way);
    }

    @Override
    public void requestFocus() {
        switch (ways.valueProperty().get()) {
            case TREE -> tree.lookupAll(".tree-table-view").forEach(Node::requestFocus);
            case TEXT -> text.requestFocus();
            case HEX -> hex.requestFocus();
        }
    }

    private void show(PayloadState state) {
        textTurn++;
        switch (state) {
            case PayloadState.None _ -> {
                chip.getChildren().clear();
                notices.getChildren().clear();
                body.getChildren().clear();
            }
            case PayloadState.Busy(int size) -> {
                chip.getChildren().setAll(Rows.label(Texts.text("detail.busy", Amounts.bytes(size)), "muted"));
                notices.getChildren().clear();
            }
            case PayloadState.Shown shown -> show(shown);
        }
    }

    private void show(PayloadState.Shown shown) {
        chip.getChildren().setAll(chips(shown.decoding()));
        notices.getChildren().setAll(PayloadNotices.of(shown, model, this::jump));
        Optional<Region> nothing = nothing(shown.decoding());
        ways.setDisable(nothing.isPresent());
        if (nothing.isPresent()) {
            body.getChildren().setAll(nothing.get());
            return;
        }
        boolean readable = shown.decoding() instanceof Decoding.Read read && read.root().isPresent();
        Way way = readable ? ways.valueProperty().get() : Way.HEX;
        if (filled.filter(f -> f == shown).isEmpty()) {
            filled = Optional.of(shown);
            hexPane.show(shown.bytes());
            fillTree(shown);
        }
        switch (way) {
            case TREE -> showTree();
            case TEXT -> showText(shown);
            case HEX -> body.getChildren().setAll(hexPane);
        }
    }

    private void fillTree(PayloadState.Shown shown) {
        if (shown.decoding() instanceof Decoding.Read read && read.root().isPresent()) {
            String title = read.schema().map(s -> s.name().substring(s.name().lastIndexOf('.') + 1))
                    .filter(s -> !s.isBlank()).orElseGet(() -> read.chosen().name());
            tree.show(NodeEntry.root(read.root().get(), title));
        }
    }

    private void showTree() {
        hexSlot.getChildren().setAll(hexPane);
        body.getChildren().setAll(both);
    }

    /// The text of some megabytes takes its time, so it is made elsewhere.
    private void showText(PayloadState.Shown shown) {
        int mine = textTurn;
        ByteRange selected = tree.selectionProperty().get();
        desk.work().execute(() -> {
            PayloadText made = PayloadText.of(shown);
            desk.ui().execute(() -> {
                if (mine == textTurn) {
                    text.setLines(made.lines());
                    body.getChildren().setAll(text);
                    made.of(selected.from(), selected.to()).ifPresent(p -> text.select(p.from(), p.to()));
                }
            });
        });
    }

    private void jump(int at) {
        if (model.stateProperty().get() instanceof PayloadState.Shown shown && !shown.bytes().isEmpty()) {
            if (ways.valueProperty().get() == Way.TEXT) {
                ways.valueProperty().set(Way.HEX);
            }
            int index = Math.clamp(at, 0, shown.bytes().size() - 1);
            hex.selectionProperty().set(ByteRange.of(index, index + 1));
            hex.requestFocus();
        }
    }

    private static List<Node> chips(Decoding decoding) {
        if (!(decoding instanceof Decoding.Read read)) {
            return List.of(FormatBadge.of(decoding.badge()));
        }
        Label format = FormatBadge.of(decoding.badge());
        Optional<Decoded.UsedSchema> schema = read.schema();
        String words = schema.map(s -> s.subjects().stream().map(v -> v.subject() + " v" + v.version())
                .collect(Collectors.joining(", "))).filter(w -> !w.isEmpty())
                .or(() -> schema.map(Decoded.UsedSchema::name)).orElse("");
        if (schema.isEmpty() || words.isEmpty()) {
            return List.of(format);
        }
        Label chip =
                Badge.of(read.chosen().name() + " · " + words + " · " + schema.get().id().notation().replace(':', ' '),
                        FormatBadge.tone(decoding.badge()) == Tone.BAD ? Tone.BAD : Tone.ACCENT);
        chip.setMinWidth(0);
        chip.setTooltip(new javafx.scene.control.Tooltip(schema.get().name() + " · " + chip.getText()));
        return List.of(chip);
    }

    private Optional<Region> nothing(Decoding decoding) {
        return switch (decoding) {
            case Decoding.Null _ -> Optional.of(new EmptyState(Glyph.CIRCLE_SLASH,
                    Texts.text("detail.null." + model.side().name()), Texts.text("detail.null.hint"), List.of()));
            case Decoding.Tombstone _ -> Optional.of(new EmptyState(Glyph.TRASH_2, Texts.text("detail.tombstone"),
                    Texts.text("detail.tombstone.hint"), List.of()));
            case Decoding.Empty _ -> Optional.of(new EmptyState(Glyph.CIRCLE_DASHED, Texts.text("detail.empty"),
                    Texts.text("detail.empty.hint"), List.of()));
            case Decoding.Read _ -> Optional.empty();
        };
    }

    /// Which of the ways is chosen, to be given the keyboard.
    ToggleButton button(Way way) {
        return ways.button(way);
    }
}
