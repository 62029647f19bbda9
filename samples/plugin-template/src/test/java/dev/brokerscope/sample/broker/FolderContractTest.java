package dev.brokerscope.sample.broker;

import dev.brokerscope.api.broker.Session;
import dev.brokerscope.api.broker.WritableSession;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.settings.Settings;
import dev.brokerscope.testkit.BrokerContract;
import dev.brokerscope.testkit.TestHost;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/// All there is to write: how to connect, and how to make an empty channel.
final class FolderContractTest extends BrokerContract {

    private final FolderPlugin plugin = new FolderPlugin();
    private final Settings settings;
    private final Path folder;
    private int files;

    FolderContractTest(@TempDir Path folder) {
        this.folder = folder;
        this.settings = Settings.EMPTY.with("folder", folder.toString());
    }

    @Override
    public Session connect() throws Exception {
        return plugin.connect(settings, TestHost.withoutSecrets());
    }

    @Override
    public WritableSession connectForWriting() throws Exception {
        return plugin.writeAccess().orElseThrow().connect(settings, TestHost.withoutSecrets());
    }

    @Override
    public ChannelId emptyChannel(int partitions) throws Exception {
        String name = "channel-" + ++files;
        Files.createFile(folder.resolve(name + LineFile.SUFFIX));
        return ChannelId.of(FolderPlugin.FILE.id(), name);
    }
}
