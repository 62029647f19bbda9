package dev.brokerscope.desktop.ui.frame;

import dev.brokerscope.desktop.ui.Glyph;
import dev.brokerscope.desktop.ui.Icon;
import dev.brokerscope.desktop.ui.Rows;
import dev.brokerscope.desktop.ui.Texts;
import dev.brokerscope.desktop.ui.control.Buttons;
import dev.brokerscope.desktop.ui.control.StageMark;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// The strip of open tabs. It knows names only; what a tab shows is the listener's to decide. Closing the selected
/// tab selects its right neighbour, or the left one at the end.
public final class OpenTabs extends HBox {

    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private final List<OpenTab> tabs = new ArrayList<>();
    private final ReadOnlyObjectWrapper<Optional<OpenTab>> selected = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Consumer<OpenTab> closed;

    /// @param closed told after a tab was closed
    public OpenTabs(Consumer<OpenTab> closed) {
        this.closed = closed;
        getStyleClass().add("open-tabs");
        setMinWidth(0);
        setOnKeyPressed(key -> {
            int step = key.getCode() == KeyCode.LEFT ? -1 : key.getCode() == KeyCode.RIGHT ? 1 : 0;
            if (step != 0) {
                selectNeighbour(step);
                key.consume();
            }
        });
    }

    /// Opens a tab at the end, or takes over its new title where it is open already; selects it.
    public void open(OpenTab tab) {
        int at = indexOf(tab.id());
        if (at < 0) {
            tabs.add(tab);
        } else {
            tabs.set(at, tab);
        }
        show(Optional.of(tab));
    }

    public void select(String id) {
        int at = indexOf(id);
        if (at >= 0) {
            show(Optional.of(tabs.get(at)));
        }
    }

    /// Selects the next tab, or the previous one with -1, around the ends.
    public void selectNeighbour(int step) {
        selected.get().ifPresent(tab -> show(Optional.of(
                tabs.get(Math.floorMod(indexOf(tab.id()) + step, tabs.size())))));
    }

    public void close(String id) {
        int at = indexOf(id);
        if (at < 0) {
            return;
        }
        OpenTab tab = tabs.remove(at);
        boolean wasSelected = selected.get().filter(tab::equals).isPresent();
        if (!wasSelected) {
            show(selected.get());
        } else {
            show(tabs.isEmpty() ? Optional.empty() : Optional.of(tabs.get(Math.min(at, tabs.size() - 1))));
        }
        closed.accept(tab);
    }

    /// The open tabs from left to right.
    public List<OpenTab> tabs() {
        return List.copyOf(tabs);
    }

    public ReadOnlyObjectProperty<Optional<OpenTab>> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    private int indexOf(String id) {
        for (int i = 0; i < tabs.size(); i++) {
            if (tabs.get(i).id().equals(id)) {
                return i;
            }
        }
        return -1;
    }

    private void show(Optional<OpenTab> chosen) {
        getChildren().setAll(tabs.stream().map(tab -> node(tab, chosen.filter(tab::equals).isPresent())).toList());
        selected.set(chosen);
    }

    private Node node(OpenTab tab, boolean isSelected) {
        Node mark = tab.glyph().<Node>map(glyph -> new Icon(glyph, 14)).orElseGet(() -> StageMark.dot(tab.stage()));
        Button close = Buttons.icon(Glyph.X, Texts.text("tab.close", tab.title()), () -> close(tab.id()));
        close.setGraphic(new Icon(Glyph.X, 12));
        close.getStyleClass().add("tiny");
        close.setFocusTraversable(false);
        HBox node = new HBox(7, mark, Rows.label(tab.title()), close);
        node.setAlignment(Pos.CENTER_LEFT);
        node.getStyleClass().add("open-tab");
        node.pseudoClassStateChanged(SELECTED, isSelected);
        node.setMinWidth(Region.USE_PREF_SIZE);
        node.setFocusTraversable(isSelected);
        node.setAccessibleRole(AccessibleRole.TAB_ITEM);
        node.setAccessibleText(tab.title());
        Tooltip.install(node, new Tooltip(tab.tooltip()));
        node.setOnMousePressed(press -> {
            if (press.getButton() == MouseButton.MIDDLE) {
                close(tab.id());
            } else {
                select(tab.id());
            }
        });
        return node;
    }
}
