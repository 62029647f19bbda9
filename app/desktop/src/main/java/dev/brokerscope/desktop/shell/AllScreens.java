package dev.brokerscope.desktop.shell;

import dev.brokerscope.api.broker.BrokerPlugin;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.core.connection.Connection;
import dev.brokerscope.core.connection.OpenConnection;
import dev.brokerscope.desktop.archive.ArchiveScreen;
import dev.brokerscope.desktop.channel.ChannelScreen;
import dev.brokerscope.desktop.archive.ArchiveScreen;
import dev.brokerscope.desktop.channel.ChannelScreen;
import dev.brokerscope.desktop.connection.ConnectionScreen;
import dev.brokerscope.desktop.desk.Desk;
import dev.brokerscope.desktop.desk.Screen;
import dev.brokerscope.desktop.desk.Source;
import dev.brokerscope.desktop.job.JobsScreen;
import dev.brokerscope.desktop.wizard.backup.BackupWizard;
import dev.brokerscope.desktop.wizard.restore.RestoreWizard;
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
        return new ArchiveScreen(desk, source, open);
    }

    @Override
    public Screen jobs(Desk desk) {
        return new JobsScreen(desk);
    }

    @Override
    public Screen connectionForm(Desk desk, List<BrokerPlugin> plugins, Optional<Connection> connection,
            Runnable closeTab) {
        return new ConnectionScreen(desk, plugins, connection, closeTab);
    }

    @Override
    public void backupWizard(Desk desk, Source source, List<ChannelId> channels) {
        BackupWizard.show(desk, source, channels);
    }

    @Override
    public void restoreWizard(Desk desk, Optional<Path> archive) {
        RestoreWizard.show(desk, archive);
    }
}
