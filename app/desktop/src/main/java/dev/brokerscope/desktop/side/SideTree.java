package dev.brokerscope.desktop.side;

import dev.brokerscope.api.channel.ChannelKind;
import dev.brokerscope.desktop.desk.Source;
import dev.brokerscope.desktop.ui.Texts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;

/// The tree itself. It is rebuilt from the model after each change; what was unfolded and selected stays so, by the
/// lines' keys.
public final class SideTree extends TreeView<SideLine> {

    private final SideModel model;
    private final Set<String> expanded = new HashSet<>();
    private final Consumer<SideLine> activated;
    private boolean rebuilding;

    /// @param activated told of the line that was double-clicked or entered
    public SideTree(SideModel model, List<String> expanded, Consumer<SideLine> activated, SideMenus menus) {
        this.model = model;
        this.expanded.addAll(expanded);
        this.activated = activated;
        setShowRoot(false);
        setRoot(new TreeItem<>(new SideLine.Heading("")));
        setFixedCellSize(24);
        setCellFactory(_ -> new SideCell(menus));
        setOnMouseClicked(click -> {
            if (click.getButton() == MouseButton.PRIMARY && click.getClickCount() == 2) {
                activate();
            }
        });
        setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ENTER) {
                activate();
                key.consume();
            }
        });
        model.whenChanged(this::rebuild);
        rebuild();
    }

    /// The keys of what is unfolded, to be remembered.
    public List<String> expanded() {
        return List.copyOf(expanded);
    }

    private void activate() {
        TreeItem<SideLine> selected = getSelectionModel().getSelectedItem();
        if (selected != null) {
            activated.accept(selected.getValue());
        }
    }

    /// Unfolds a source, which connects it.
    public void unfold(Source source) {
        expanded.add(new SideLine.OfSource(source).key());
        model.channels(source).load();
        rebuild();
    }

    private void rebuild() {
        TreeItem<SideLine> selected = getSelectionModel().getSelectedItem();
        String selectedKey = selected == null ? "" : selected.getValue().key();
        rebuilding = true;
        List<TreeItem<SideLine>> top = new ArrayList<>();
        section(top, "side.connections", model.sources().connections());
        section(top, "side.archives", model.sources().archives());
        getRoot().getChildren().setAll(top);
        rebuilding = false;
        select(selectedKey);
    }

    private void section(List<TreeItem<SideLine>> top, String heading, List<Source> sources) {
        if (!sources.isEmpty()) {
            top.add(new TreeItem<>(new SideLine.Heading(Texts.text(heading))));
            sources.forEach(source -> top.add(sourceItem(source)));
        }
    }

    private TreeItem<SideLine> sourceItem(Source source) {
        TreeItem<SideLine> item = item(new SideLine.OfSource(source));
        for (SideLine line : model.below(source)) {
            TreeItem<SideLine> below = item(line);
            if (line instanceof SideLine.OfKind(var owner, var kind, var count)) {
                addChannels(below, source, kind);
            }
            item.getChildren().add(below);
        }
        item.expandedProperty().subscribe((before, now) -> {
            if (now) {
                model.channels(source).load();
            }
        });
        return item;
    }

    private void addChannels(TreeItem<SideLine> below, Source source, ChannelKind kind) {
        boolean filtering = !model.filterProperty().get().isBlank();
        model.channels(source, kind).forEach(channel -> below.getChildren().add(new TreeItem<>(channel)));
        below.setExpanded(filtering || !expanded.contains(folded(below.getValue())));
    }

    /// Kinds are unfolded unless folded by hand; sources are folded unless unfolded.
    private static String folded(SideLine line) {
        return "-" + line.key();
    }

    private TreeItem<SideLine> item(SideLine line) {
        TreeItem<SideLine> item = new TreeItem<>(line);
        boolean kind = line instanceof SideLine.OfKind;
        item.setExpanded(expanded.contains(line.key()));
        item.expandedProperty().subscribe((before, now) -> {
            if (!rebuilding) {
                String key = kind ? folded(line) : line.key();
                if (now != kind) {
                    expanded.add(key);
                } else {
                    expanded.remove(key);
                }
            }
        });
        return item;
    }

    private void select(String key) {
        if (!key.isEmpty()) {
            find(getRoot(), key, item -> getSelectionModel().select(item));
        }
    }

    private static void find(TreeItem<SideLine> item, String key, Consumer<TreeItem<SideLine>> found) {
        if (item.getValue().key().equals(key)) {
            found.accept(item);
        } else {
            item.getChildren().forEach(child -> find(child, key, found));
        }
    }
}
