package dev.brokerscope.sample.broker;

import dev.brokerscope.api.broker.BrokerDescriptor;
import dev.brokerscope.api.broker.BrokerPlugin;
import dev.brokerscope.api.broker.Host;
import dev.brokerscope.api.broker.Session;
import dev.brokerscope.api.broker.TestStep;
import dev.brokerscope.api.channel.ChannelKind;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.settings.Field;
import dev.brokerscope.api.settings.FieldType;
import dev.brokerscope.api.settings.Settings;
import dev.brokerscope.api.settings.SettingsSchema;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// What `ServiceLoader` finds: named in `META-INF/services/dev.brokerscope.api.broker.BrokerPlugin`.
public final class FolderPlugin implements BrokerPlugin {

    static final ChannelKind FILE = new ChannelKind("file", "file", "Files", "file-text");

    private static final String FOLDER = "folder";

    @Override
    public BrokerDescriptor descriptor() {
        return new BrokerDescriptor("folder", "Folder of lines", "1.0.0", "none", "any", false, List.of(FILE));
    }

    /// The desktop draws the form from this, and the command line takes `--set folder=…`.
    @Override
    public SettingsSchema settings() {
        Field folder = Field.required(FOLDER, "Folder", "Holds files that end in .lines.",
                new FieldType.FilePath(List.of()));
        return new SettingsSchema(List.of(new SettingsSchema.Group("folder", "Folder", false, List.of(folder))),
                List.of());
    }

    @Override
    public Session connect(Settings settings, Host host) throws FaultException {
        return new FolderSession(folder(settings));
    }

    @Override
    public Optional<WriteAccess> writeAccess() {
        return Optional.of((settings, host) -> new WritableFolder(new FolderSession(folder(settings))));
    }

    /// Each step is reported as it ends; nothing is thrown.
    @Override
    public void test(Settings settings, Host host, Consumer<TestStep> report) {
        long start = System.nanoTime();
        try {
            String found = folder(settings).toAbsolutePath().toString();
            report.accept(new TestStep("Folder", since(start), found, Optional.empty()));
        } catch (FaultException failed) {
            report.accept(new TestStep("Folder", since(start), "", Optional.of(failed.fault())));
        }
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static Path folder(Settings settings) throws FaultException {
        Path folder = Path.of(settings.get(FOLDER, "."));
        if (!Files.isDirectory(folder)) {
            throw new FaultException(FaultKind.UNREACHABLE, "folder.missing", "There is no folder " + folder + ".",
                    "Check the path.");
        }
        return folder;
    }
}
