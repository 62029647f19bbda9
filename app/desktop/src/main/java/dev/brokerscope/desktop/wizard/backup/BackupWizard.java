package dev.brokerscope.desktop.wizard.backup;

import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.desktop.desk.Desk;
import dev.brokerscope.desktop.desk.Source;
import java.util.List;

/// The wizard that makes an archive.
public final class BackupWizard {

    private BackupWizard() {
    }

    /// @param channels chosen beforehand; may be empty
    public static void show(Desk desk, Source source, List<ChannelId> channels) {
        throw new UnsupportedOperationException("not there yet");
    }
}
