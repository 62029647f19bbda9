package dev.brokerscope.desktop.side;

import dev.brokerscope.api.channel.ChannelKind;
import dev.brokerscope.api.channel.ChannelNode;
import dev.brokerscope.api.fault.Fault;
import dev.brokerscope.core.connection.OpenConnection;
import dev.brokerscope.core.plugin.PluginHost;
import dev.brokerscope.desktop.desk.Source;
import dev.brokerscope.desktop.desk.Sources;
import dev.brokerscope.desktop.ui.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ListChangeListener;

/// What the tree shows: the sources, their channels, and what of them a filter lets through. FX thread only.
public final class SideModel {

    private final Sources sources;
    private final Supplier<PluginHost> plugins;
    private final Executor work;
    private final Executor ui;
    private final StringProperty filter = new SimpleStringProperty("");
    private final Map<Source, ChannelList> lists = new LinkedHashMap<>();
    private final List<Runnable> listeners = new ArrayList<>();

    public SideModel(Sources sources, Supplier<PluginHost> plugins, Executor work, Executor ui) {
        this.sources = sources;
        this.plugins = plugins;
        this.work = work;
        this.ui = ui;
        ListChangeListener<Source> follow = change -> changed();
        sources.connections().addListener(follow);
        sources.archives().addListener(follow);
        filter.subscribe(this::changed);
    }

    /// Only channels whose name contains it, ignoring case.
    public StringProperty filterProperty() {
        return filter;
    }

    /// Told after anything changed that the tree shows.
    public void whenChanged(Runnable listener) {
        listeners.add(listener);
    }

    public Sources sources() {
        return sources;
    }

    public ChannelList channels(Source source) {
        return lists.computeIfAbsent(source, s -> {
            ChannelList list = new ChannelList(s, this::kinds, work, ui);
            list.stateProperty().subscribe((before, now) -> changed());
            s.unlockedProperty().subscribe((before, now) -> changed());
            return list;
        });
    }

    /// Every channel that is known now, for the palette.
    public Stream<SideLine.OfChannel> known() {
        return Stream.concat(sources.connections().stream(), sources.archives().stream())
                .flatMap(s -> channels(s).state() instanceof ChannelList.State.Known known
                        ? known.nodes().stream().map(node -> line(s, node, known.kinds()))
                        : Stream.empty());
    }

    /// What stands below a source.
    public List<SideLine> below(Source source) {
        return switch (channels(source).state()) {
            case ChannelList.State.NotAsked notAsked -> List.of(new SideLine.Waiting(source, ""));
            case ChannelList.State.Loading loading ->
                    List.of(new SideLine.Waiting(source, Texts.text("side.connecting")));
            case ChannelList.State.Failed(var fault) -> List.of(new SideLine.Broken(source, fault));
            case ChannelList.State.Known(var nodes, var kinds) -> kindLines(source, nodes, kinds);
        };
    }

    private List<SideLine> kindLines(Source source, List<ChannelNode> nodes, List<ChannelKind> kinds) {
        List<SideLine> lines = new ArrayList<>();
        for (ChannelKind kind : kinds) {
            int count = (int) nodes.stream().filter(n -> n.id().kind().equals(kind.id()) && !n.internal()).count();
            if (count > 0) {
                lines.add(new SideLine.OfKind(source, kind, count));
            }
        }
        return lines.isEmpty() ? List.of(new SideLine.Waiting(source, Texts.text("side.no-channels"))) : lines;
    }

    /// The channels of a kind that the filter lets through: the broker's own last.
    public List<SideLine> channels(Source source, ChannelKind kind) {
        if (!(channels(source).state() instanceof ChannelList.State.Known(var nodes, var kinds))) {
            return List.of();
        }
        String wanted = filter.get().strip().toLowerCase(Locale.ROOT);
        return nodes.stream()
                .filter(n -> n.id().kind().equals(kind.id()))
                .filter(n -> n.label().toLowerCase(Locale.ROOT).contains(wanted))
                .sorted(Comparator.comparing(ChannelNode::internal).thenComparing(ChannelNode::label))
                .<SideLine>map(n -> line(source, n, kinds))
                .toList();
    }

    private static SideLine.OfChannel line(Source source, ChannelNode node, List<ChannelKind> kinds) {
        String icon = kinds.stream().filter(k -> k.id().equals(node.id().kind())).map(ChannelKind::icon).findFirst()
                .orElse("layers");
        return new SideLine.OfChannel(source, node, icon);
    }

    /// The broker's own words; an archive holds the kinds of whatever it was made from.
    private List<ChannelKind> kinds(OpenConnection open) {
        List<ChannelKind> all = new ArrayList<>();
        plugins.get().brokers().stream()
                .filter(b -> open.connection().isArchive() || b.descriptor().id().equals(open.connection().broker()))
                .flatMap(b -> b.descriptor().kinds().stream())
                .filter(kind -> all.stream().noneMatch(k -> k.id().equals(kind.id())))
                .forEach(all::add);
        return all;
    }

    /// What is wrong with a source, where it failed.
    public Optional<Fault> fault(Source source) {
        return channels(source).state() instanceof ChannelList.State.Failed(var fault)
                ? Optional.of(fault)
                : Optional.empty();
    }

    /// Looks again at what is open: a job may have made channels.
    public void refresh() {
        List.copyOf(lists.values()).forEach(ChannelList::refresh);
    }

    private void changed() {
        lists.keySet().removeIf(s -> !sources.connections().contains(s) && !sources.archives().contains(s));
        listeners.forEach(Runnable::run);
    }
}
