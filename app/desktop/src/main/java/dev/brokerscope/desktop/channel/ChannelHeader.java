package dev.brokerscope.desktop.channel;

import dev.brokerscope.desktop.ui.CopiedText;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.channel.ChannelKind;
import dev.brokerscope.desktop.desk.Source;
import dev.brokerscope.desktop.ui.Glyph;
import dev.brokerscope.desktop.ui.Icon;
import dev.brokerscope.desktop.ui.Rows;
import dev.brokerscope.desktop.ui.Texts;
import dev.brokerscope.desktop.ui.Tone;
import dev.brokerscope.desktop.ui.control.Badge;
import dev.brokerscope.desktop.ui.control.Buttons;
import dev.brokerscope.desktop.ui.control.StageMark;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// Where we are, how careful to be, what the channel is, and what can be done with it.
final class ChannelHeader extends VBox {

    /// What the buttons do.
    record Work(Runnable backUp, Runnable refresh) {}

    private final Subscription watching;
    private final HBox chips = Rows.row(6);
    private final HBox facts = Rows.row(16);
    private final ToggleButton details = new ToggleButton(Texts.text("channel.details"), new Icon(Glyph.INFO, 14));

    /// @param kind of the broker; absent where it is not known
    ChannelHeader(Source source, ChannelId channel, Optional<ChannelKind> kind, Work work) {
        super(6);
        getStyleClass().add("channel-head");
        details.setMinWidth(USE_PREF_SIZE);
        HBox title = Rows.row(8, where(source), Rows.label(source.name(), "muted"), new Icon(Glyph.CHEVRON_RIGHT, 12));
        kind.ifPresent(k -> title.getChildren().addAll(Rows.label(k.plural(), "muted"),
                new Icon(Glyph.CHEVRON_RIGHT, 12)));
        channel.path().subList(0, channel.path().size() - 1).forEach(folder -> title.getChildren()
                .addAll(Rows.label(folder, "muted"), new Icon(Glyph.CHEVRON_RIGHT, 12)));
        var name = Rows.label(channel.name(), "title");
        name.setTooltip(new Tooltip(channel.text()));
        title.getChildren().addAll(name, StageMark.word(source.stage()));
        HBox lock = new HBox();
        watching = source.unlockedProperty().subscribe(_ -> lock.getChildren().setAll(source.mayWrite()
                ? Badge.of(Texts.text("channel.may-write"), Glyph.LOCK_OPEN, Tone.WARN)
                : Badge.of(Texts.text("channel.read-only"), Glyph.LOCK, Tone.PLAIN)));
        lock.setAlignment(Pos.CENTER_LEFT);
        title.getChildren().add(lock);
        title.getChildren().addAll(chips, Rows.spring(), details,
                Buttons.plain(Texts.text("channel.back-up"), Glyph.ARCHIVE, work.backUp()), more(channel, work));
        getChildren().addAll(title, facts);
    }

    /// Whether the description is to be shown instead of the messages.
    ToggleButton details() {
        return details;
    }

    void show(HeaderFacts known) {
        chips.getChildren().setAll(known.chips().stream().<Node>map(c -> Badge.of(c, Tone.PLAIN)).toList());
        facts.getChildren().setAll(known.facts().stream().map(ChannelHeader::figure).toList());
        if (!known.quality().isEmpty() && facts.getChildren().size() > 1) {
            int messages = known.facts().stream().map(HeaderFacts.Figure::after).toList()
                    .indexOf(Texts.text("channel.messages"));
            facts.getChildren().add(Math.max(0, messages) + 1, Badge.of(known.quality(), Tone.PLAIN));
        }
    }

    /// Lets go of the source, which outlives the tab.
    void close() {
        watching.unsubscribe();
    }

    void loading() {
        facts.getChildren().setAll(Rows.label(Texts.text("channel.loading"), "muted"));
    }

    private static Node where(Source source) {
        return source.archive().isPresent() ? new Icon(Glyph.ARCHIVE, 13) : StageMark.dot(source.stage());
    }

    private static Node figure(HeaderFacts.Figure fact) {
        HBox row = Rows.row(4);
        if (!fact.before().isEmpty()) {
            row.getChildren().add(Rows.label(fact.before(), "muted"));
        }
        row.getChildren().add(Rows.label(fact.figure(), "mono-small", "strong-figure"));
        if (!fact.after().isEmpty()) {
            row.getChildren().add(Rows.label(fact.after(), "muted"));
        }
        row.setMinWidth(USE_PREF_SIZE);
        return row;
    }

    private static Node more(ChannelId channel, Work work) {
        ContextMenu menu = new ContextMenu();
        MenuItem refresh = new MenuItem(Texts.text("channel.refresh"), new Icon(Glyph.REFRESH_CW, 14));
        refresh.setOnAction(_ -> work.refresh().run());
        MenuItem copy = new MenuItem(Texts.text("channel.copy-name"), new Icon(Glyph.COPY, 14));
        copy.setOnAction(_ -> CopiedText.put(channel.text()));
        menu.getItems().setAll(List.of(refresh, copy));
        var button = Buttons.icon(Glyph.ELLIPSIS, Texts.text("channel.more"), () -> {});
        button.getStyleClass().add("outlined");
        button.setOnAction(_ -> menu.show(button, javafx.geometry.Side.BOTTOM, 0, 4));
        return button;
    }
}
