package dev.brokerscope.desktop.channel;

import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.channel.ChannelKind;
import dev.brokerscope.api.channel.Impact;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.core.connection.OpenConnection;
import dev.brokerscope.desktop.desk.Desk;
import dev.brokerscope.desktop.desk.Screen;
import dev.brokerscope.desktop.desk.Source;
import dev.brokerscope.desktop.message.ChannelReading;
import dev.brokerscope.desktop.message.QueryChoice;
import dev.brokerscope.desktop.preferences.TabLink;
import dev.brokerscope.desktop.ui.Glyph;
import dev.brokerscope.desktop.ui.Texts;
import dev.brokerscope.desktop.ui.control.FaultCard;
import dev.brokerscope.desktop.ui.control.Remedy;
import dev.brokerscope.desktop.ui.control.Stage;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// The tab of a channel. Asks what the channel is, then shows its messages.
public final class ChannelScreen implements Screen {

    private final Desk desk;
    private final Source source;
    private final OpenConnection open;
    private final ChannelId channel;
    private final ChannelModel model;
    private final ChannelHeader header;
    private final BorderPane content = new BorderPane();
    private Optional<Browser> browser = Optional.empty();
    private boolean refreshing;

    public ChannelScreen(Desk desk, Source source, OpenConnection open, ChannelId channel) {
        this.desk = desk;
        this.source = source;
        this.open = open;
        this.channel = channel;
        model = new ChannelModel(this::describe, desk.work(), desk.ui());
        header = new ChannelHeader(source, channel, kind(),
                new ChannelHeader.Work(() -> desk.screens().backUp(source, List.of(channel)), this::refresh));
        header.details().selectedProperty().subscribe(_ -> show(model.stateProperty().get()));
        content.getStyleClass().add("area");
        content.setTop(header);
        content.setMinWidth(0);
        model.stateProperty().subscribe(this::show);
        model.load();
    }

    private ChannelReading describe() throws FaultException, InterruptedException {
        String place = source.archive().map(Object::toString).orElseGet(source::name);
        return new ChannelReading(place, open.session(), open.schemas(), desk.engine().decoders(),
                desk.engine().decodeChoices(), open.session().describe(channel),
                source.archive().isEmpty());
    }

    private void show(ChannelState state) {
        switch (state) {
            case ChannelState.Loading _ -> header.loading();
            case ChannelState.Failed(var fault) -> {
                FaultCard card = new FaultCard(fault.message(), fault.remedy(), fault.details().orElse(""),
                        List.of(new Remedy(Texts.text("message.again"), model::load)));
                card.setMaxSize(560, Region.USE_PREF_SIZE);
                StackPane pane = new StackPane(card);
                pane.getStyleClass().add("padded");
                content.setCenter(pane);
            }
            case ChannelState.Ready(var reading) -> {
                header.show(HeaderFacts.of(reading.details()));
                content.setCenter(header.details().isSelected()
                        ? new DescribePane(reading, desk.zone().get())
                        : browser(reading).node());
            }
        }
    }

    private Browser browser(ChannelReading reading) {
        QueryChoice choice = browser.map(Browser::choice).orElseGet(reading.ways()::first);
        if (refreshing || browser.filter(b -> b.shows(reading)).isEmpty()) {
            refreshing = false;
            Set<Impact> consent = browser.map(Browser::consent).orElse(Set.of());
            browser.ifPresent(Browser::close);
            browser = Optional.of(new Browser(desk, source, reading, choice, consent));
        }
        return browser.orElseThrow();
    }

    /// Asks the broker again what the channel is, then searches again.
    private void refresh() {
        refreshing = true;
        model.load();
    }

    /// The broker's word for this kind of channel.
    private Optional<ChannelKind> kind() {
        return desk.engine().plugins().broker(source.connection().broker()).stream()
                .flatMap(plugin -> plugin.descriptor().kinds().stream()).filter(k -> k.id().equals(channel.kind()))
                .findFirst();
    }

    @Override
    public String id() {
        return source.key() + "/" + channel.kind() + "/" + channel.text();
    }

    @Override
    public String title() {
        return channel.name();
    }

    @Override
    public Glyph glyph() {
        return kind().flatMap(k -> Glyph.named(k.icon())).orElse(Glyph.LAYERS);
    }

    @Override
    public Stage stage() {
        return source.stage();
    }

    @Override
    public Node content() {
        return content;
    }

    @Override
    public Optional<Source> source() {
        return Optional.of(source);
    }

    @Override
    public Optional<ChannelId> channel() {
        return Optional.of(channel);
    }

    @Override
    public void focus() {
        browser.ifPresent(Browser::focus);
    }

    @Override
    public void perform(Command command) {
        if (command == Command.REFRESH) {
            refresh();
        } else {
            header.details().setSelected(false);
            browser.ifPresent(b -> b.perform(command));
        }
    }

    @Override
    public void closed() {
        header.close();
        browser.ifPresent(Browser::close);
    }

    @Override
    public Optional<TabLink> link() {
        return Optional.of(new TabLink(source.archive().map(Object::toString).orElseGet(source::name),
                source.archive().isPresent(), channel.kind(), channel.text()));
    }
}
