package dev.brokerscope.desktop.shell;

import dev.brokerscope.api.broker.BrokerPlugin;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.core.connection.Connection;
import dev.brokerscope.core.connection.OpenConnection;
import dev.brokerscope.desktop.desk.Desk;
import dev.brokerscope.desktop.desk.Screen;
import dev.brokerscope.desktop.desk.Source;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Makes the screens: the one place that knows them all. FX thread only.
interface ScreenMaker {

    Screen channel(Desk desk, Source source, OpenConnection open, ChannelId channel);

    Screen archive(Desk desk, Source source, OpenConnection open);

    Screen jobs(Desk desk);

    Screen connectionForm(Desk desk, List<BrokerPlugin> plugins, Optional<Connection> connection, Runnable closeTab);

    void backupWizard(Desk desk, Source source, List<ChannelId> channels);

    void restoreWizard(Desk desk, Optional<Path> archive);
}
