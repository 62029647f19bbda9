package dev.brokerscope.desktop.side;

import dev.brokerscope.api.broker.ListQuery;
import dev.brokerscope.api.broker.Page;
import dev.brokerscope.api.broker.Session;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.channel.ChannelKind;
import dev.brokerscope.api.channel.ChannelNode;
import dev.brokerscope.api.fault.Fault;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.core.connection.OpenConnection;
import dev.brokerscope.desktop.desk.Source;
import dev.brokerscope.desktop.desk.SourceState;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The channels of one source, as far as they are known. FX thread only; listing happens elsewhere.
public final class ChannelList {

    /// What is known of the channels.
    public sealed interface State {

        record NotAsked() implements State {}

        record Loading() implements State {}

        record Known(List<ChannelNode> nodes, List<ChannelKind> kinds) implements State {}

        record Failed(Fault fault) implements State {}
    }

    private final Source source;
    private final Function<OpenConnection, List<ChannelKind>> kinds;
    private final Executor work;
    private final Executor ui;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.NotAsked());

    /// @param kinds the words of the source's broker
    ChannelList(Source source, Function<OpenConnection, List<ChannelKind>> kinds, Executor work, Executor ui) {
        this.source = source;
        this.kinds = kinds;
        this.work = work;
        this.ui = ui;
        source.stateProperty().subscribe(this::sourceIs);
    }

    public Source source() {
        return source;
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public State state() {
        return state.get();
    }

    /// Connects where needed, and lists once.
    public void load() {
        if (!(state.get() instanceof State.Known) && !(state.get() instanceof State.Loading)) {
            reload();
        }
    }

    /// Lists again.
    public void reload() {
        state.set(new State.Loading());
        if (source.state() instanceof SourceState.Open(var open)) {
            list(open);
        } else {
            source.whenOpen(open -> {
            });
        }
    }

    /// Lists again where it was listed, and keeps what is shown until the answer is there.
    public void refresh() {
        if (state.get() instanceof State.Known && source.state() instanceof SourceState.Open(var open)) {
            list(open);
        }
    }

    private void sourceIs(SourceState now) {
        switch (now) {
            case SourceState.Failed(var fault) -> state.set(new State.Failed(fault));
            case SourceState.Closed closed -> state.set(new State.NotAsked());
            case SourceState.Opening opening -> state.set(new State.Loading());
            case SourceState.Open(var open) -> {
                state.set(new State.Loading());
                list(open);
            }
        }
    }

    private void list(OpenConnection open) {
        work.execute(() -> {
            try {
                State.Known known = new State.Known(all(open.session()), kinds.apply(open));
                ui.execute(() -> state.set(known));
            } catch (FaultException e) {
                ui.execute(() -> state.set(new State.Failed(e.fault())));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /// Channels in folders too, as deep as folders go.
    private static List<ChannelNode> all(Session session) throws FaultException, InterruptedException {
        List<ChannelNode> nodes = new ArrayList<>();
        Deque<Optional<ChannelId>> folders = new ArrayDeque<>(List.of(Optional.<ChannelId>empty()));
        while (!folders.isEmpty()) {
            for (ChannelNode node : level(session, folders.pop())) {
                if (node.mayHaveChildren()) {
                    folders.add(Optional.of(node.id()));
                }
                if (!node.roles().contains(ChannelNode.Role.FOLDER)) {
                    nodes.add(node);
                }
            }
        }
        return nodes;
    }

    private static List<ChannelNode> level(Session session, Optional<ChannelId> folder)
            throws FaultException, InterruptedException {
        ListQuery query = new ListQuery("", true, true, 10_000, Optional.empty());
        List<ChannelNode> nodes = new ArrayList<>();
        Optional<String> next = Optional.empty();
        do {
            Page<ChannelNode> page = session.list(folder, next.map(query::continuedAt).orElse(query));
            nodes.addAll(page.items());
            next = page.next();
        } while (next.isPresent());
        return nodes;
    }
}
