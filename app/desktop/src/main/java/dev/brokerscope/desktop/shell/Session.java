package dev.brokerscope.desktop.shell;

import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.channel.ChannelKind;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.core.connection.OpenConnection;
import dev.brokerscope.desktop.desk.Desk;
import dev.brokerscope.desktop.desk.Source;
import dev.brokerscope.desktop.preferences.TabLink;
import dev.brokerscope.desktop.side.SideTree;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What was open last time, and what is asked for on starting. FX thread only.
final class Session {

    private final Desk desk;
    private final Workspace workspace;
    private final SideTree tree;

    Session(Desk desk, Workspace workspace, SideTree tree) {
        this.desk = desk;
        this.workspace = workspace;
        this.tree = tree;
    }

    /// The book is read first, elsewhere; the tabs come once their sources are open.
    void restore(Arguments arguments) {
        desk.work().execute(() -> {
            try {
                desk.sources().reload();
            } catch (FaultException e) {
                desk.ui().execute(() -> workspace.tell(e.fault()));
            }
            desk.ui().execute(() -> reopen(arguments));
        });
    }

    private void reopen(Arguments arguments) {
        desk.preferences().archives().stream().map(Path::of).filter(Files::exists).forEach(desk.sources()::archive);
        desk.preferences().tabs().forEach(this::reopen);
        arguments.archives().forEach(workspace::openArchive);
        arguments.connect().flatMap(desk.sources()::connection).ifPresent(source -> {
            tree.unfold(source);
            arguments.channel().ifPresent(name -> openByName(source, name));
        });
    }

    private void openByName(Source source, String name) {
        source.whenOpen(open -> desk.work().execute(() -> {
            List<ChannelKind> kinds = desk.engine().plugins().broker(source.connection().broker())
                    .map(b -> b.descriptor().kinds()).orElse(List.of());
            Optional<ChannelId> found = kinds.stream().map(kind -> ChannelId.parse(kind.id(), name))
                    .filter(channel -> exists(open, channel)).findFirst();
            ChannelId wanted = found.orElseGet(() -> ChannelId.parse(kinds.isEmpty() ? "" : kinds.getFirst().id(),
                    name));
            desk.ui().execute(() -> workspace.openChannel(source, wanted));
        }));
    }

    private static boolean exists(OpenConnection open, ChannelId channel) {
        try {
            open.session().describe(channel);
            return true;
        } catch (FaultException absent) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void reopen(TabLink link) {
        Optional<Source> source = link.archive()
                ? Optional.of(Path.of(link.source())).filter(Files::exists).map(desk.sources()::archive)
                : desk.sources().connection(link.source());
        source.ifPresent(s -> {
            if (link.channel().isEmpty()) {
                s.archive().ifPresent(workspace::openArchive);
            } else {
                workspace.openChannel(s, ChannelId.parse(link.kind(), link.channel()));
            }
        });
    }

    void remember() {
        desk.preferences().tabs(workspace.links(), workspace.frontIndex());
        desk.preferences().expanded(tree.expanded());
        List<String> archives = desk.sources().archives().stream().flatMap(s -> s.archive().stream())
                .map(Path::toString).toList();
        desk.preferences().archives(archives);
    }
}
