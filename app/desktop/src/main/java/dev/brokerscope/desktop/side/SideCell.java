package dev.brokerscope.desktop.side;

import dev.brokerscope.api.channel.ChannelNode;
import dev.brokerscope.desktop.desk.Source;
import dev.brokerscope.desktop.desk.SourceState;
import dev.brokerscope.desktop.ui.CountText;
import dev.brokerscope.desktop.ui.Glyph;
import dev.brokerscope.desktop.ui.Icon;
import dev.brokerscope.desktop.ui.Rows;
import dev.brokerscope.desktop.ui.Texts;
import dev.brokerscope.desktop.ui.Tone;
import dev.brokerscope.desktop.ui.control.StageMark;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// Draws one line of the tree: mark, name cut in the middle, and what is worth a glance at the right.
final class SideCell extends TreeCell<SideLine> {

    private final SideMenus menus;

    SideCell(SideMenus menus) {
        this.menus = menus;
        setMinWidth(0);
        setPrefWidth(0);
        setOnContextMenuRequested(event -> {
            if (!isEmpty()) {
                menus.of(getItem()).show(this, event.getScreenX(), event.getScreenY());
            }
        });
    }

    @Override
    protected void updateItem(SideLine line, boolean empty) {
        super.updateItem(line, empty);
        setText(null);
        setTooltip(null);
        getStyleClass().remove("heading");
        setGraphic(empty || line == null ? null : draw(line));
    }

    private Node draw(SideLine line) {
        return switch (line) {
            case SideLine.Heading(var text) -> {
                getStyleClass().add("heading");
                yield Rows.label(text, "group-title");
            }
            case SideLine.OfSource(var source) -> source(source);
            case SideLine.OfKind(var source, var kind, var count) ->
                    row(new Icon(Glyph.named(kind.icon()).orElse(Glyph.LAYERS), 14),
                            kind.plural(), number(Integer.toString(count)));
            case SideLine.OfChannel(var source, var node, var icon) -> channel(node);
            case SideLine.Waiting(var source, var text) -> Rows.label(text, "muted");
            case SideLine.Broken(var source, var fault) -> {
                setTooltip(new Tooltip(fault.sentence()));
                yield row(Icon.of(Glyph.CIRCLE_X, 13, Tone.BAD), fault.message(), new Region());
            }
        };
    }

    private Node source(Source source) {
        Node mark = source.archive().isPresent() ? new Icon(Glyph.ARCHIVE, 14) : StageMark.dot(source.stage());
        Label name = name(source.name());
        name.getStyleClass().add("strong");
        setTooltip(new Tooltip(source.archive().map(Object::toString)
                .orElse(source.name() + " · " + source.stage().word())));
        return row(mark, name, switch (source.state()) {
            case SourceState.Closed closed -> source.archive().isPresent()
                    ? new Region()
                    : Rows.label(Texts.text("side.not-connected"), "muted", "small");
            case SourceState.Opening opening -> Rows.label(Texts.text("side.opening"), "muted", "small");
            case SourceState.Failed failed -> Icon.of(Glyph.WIFI_OFF, 13, Tone.BAD);
            case SourceState.Open open -> lock(source);
        });
    }

    private static Node lock(Source source) {
        if (source.archive().isPresent()) {
            return new Region();
        }
        return source.mayWrite() ? Icon.of(Glyph.LOCK_OPEN, 13, Tone.WARN) : new Icon(Glyph.LOCK, 13);
    }

    private Node channel(ChannelNode node) {
        setTooltip(new Tooltip(Stream.concat(Stream.of(node.label(), CountText.full(node.count())),
                node.traits().stream().sorted()).collect(Collectors.joining(" · "))));
        HBox right = Rows.row(5);
        if (node.traits().contains("compacted")) {
            right.getChildren().add(new Icon(Glyph.SHRINK, 12));
        }
        if (node.roles().contains(ChannelNode.Role.SOURCE)) {
            right.getChildren().add(number(CountText.brief(node.count())));
        }
        Label name = name(node.label());
        if (node.internal()) {
            name.getStyleClass().add("muted");
        }
        return Rows.row(4, name, Rows.spring(), right);
    }

    private static Label number(String text) {
        Label label = Rows.label(text, "mono-small", "muted");
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private static Label name(String text) {
        Label name = new Label(text);
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        name.setMinWidth(20);
        return name;
    }

    private static Node row(Node mark, String text, Node right) {
        return row(mark, name(text), right);
    }

    private static Node row(Node mark, Label name, Node right) {
        return Rows.row(7, mark, name, Rows.spring(), right);
    }
}
