package dev.brokerscope.desktop.shell;

import dev.brokerscope.api.broker.BrokerPlugin;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.core.connection.Connection;
import dev.brokerscope.core.connection.OpenConnection;
import dev.brokerscope.desktop.channel.ChannelScreen;
import dev.brokerscope.desktop.channel.ChannelScreen;
import dev.brokerscope.desktop.connection.ConnectionScreen;
import dev.brokerscope.desktop.desk.Desk;
import dev.brokerscope.desktop.desk.Screen;
import dev.brokerscope.desktop.desk.Source;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Every screen there is.
final class AllScreens implements ScreenMaker {

    @Override
    public Screen channel(Desk desk, Source source, OpenConnection open, ChannelId channel) {
        return new ChannelScreen(desk, source, open, channel);
    }

    @Override
    public Screen archive(Desk desk, Source source, OpenConnection open) {
        return new PlainScreen(source, source.name());
    }

    @Override
    public Screen jobs(Desk desk) {
        throw new IllegalStateException("jobs");
    }

    @Override
    public Screen connectionForm(Desk desk, List<BrokerPlugin> plugins, Optional<Connection> connection,
            Runnable closeTab) {
        return new ConnectionScreen(desk, plugins, connection, closeTab);
    }

    @Override
    public void backupWizard(Desk desk, Source source, List<ChannelId> channels) {
    }

    @Override
    public void restoreWizard(Desk desk, Optional<Path> archive) {
    }
}
