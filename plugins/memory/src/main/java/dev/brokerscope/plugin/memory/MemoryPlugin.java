package dev.brokerscope.plugin.memory;

import dev.brokerscope.api.broker.BrokerDescriptor;
import dev.brokerscope.api.broker.BrokerPlugin;
import dev.brokerscope.api.broker.Host;
import dev.brokerscope.api.broker.TestStep;
import dev.brokerscope.api.channel.ChannelKind;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.settings.Field;
import dev.brokerscope.api.settings.FieldType;
import dev.brokerscope.api.settings.Settings;
import dev.brokerscope.api.settings.SettingsSchema;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;

/// Brokers that live as long as this object. Connections with the same `name` see the same broker.
public final class MemoryPlugin implements BrokerPlugin {

    static final ChannelKind KIND = new ChannelKind("channel", "channel", "Channels", "layers");
    // Ids of their own, so that queues of other brokers become channels here, which can be compared without consent.
    static final ChannelKind QUEUE = new ChannelKind("memory-queue", "queue", "Queues", "list-end");
    static final ChannelKind TAP = new ChannelKind("memory-tap", "tap", "Taps", "radio");

    private static final SettingsSchema SETTINGS = new SettingsSchema(
            List.of(new SettingsSchema.Group("broker", "Broker", false, List.of(
                    Field.optional("name", "Name", "Connections with the same name see the same broker.",
                            new FieldType.Text("[\\w.-]+", "demo"), "default"),
                    Field.optional("token", "Token", "Only for brokers that ask for one.",
                            new FieldType.Secret(false), "")))),
            List.of(new SettingsSchema.Preset("default", "Default", Map.of("name", "default"))));

    private final ConcurrentMap<String, MemoryBroker> brokers = new ConcurrentHashMap<>();

    /// The broker that connections with this name reach, to fill and to script it.
    public MemoryBroker broker(String name) {
        return brokers.computeIfAbsent(name, MemoryBroker::new);
    }

    @Override
    public BrokerDescriptor descriptor() {
        return new BrokerDescriptor("memory", "Memory", "0.1.0", "none", "this build", true,
                List.of(KIND, QUEUE, TAP));
    }

    @Override
    public SettingsSchema settings() {
        return SETTINGS;
    }

    @Override
    public MemorySession connect(Settings settings, Host host) throws FaultException {
        MemoryBroker broker = broker(SETTINGS.valueOf("name", settings));
        signIn(broker, settings, host);
        return broker.connect();
    }

    @Override
    public Optional<WriteAccess> writeAccess() {
        return Optional.of(this::connect);
    }

    @Override
    public void test(Settings settings, Host host, Consumer<TestStep> report) {
        MemoryBroker broker = broker(SETTINGS.valueOf("name", settings));
        boolean reached = step("Address", "memory://" + broker.name(), report, broker::demandReachable);
        if (reached) {
            step("Sign in", "welcome", report, () -> signIn(broker, settings, host));
        }
    }

    @Override
    public Optional<Settings> importText(String text) {
        String line = text.strip();
        return line.startsWith("memory://")
                ? Optional.of(Settings.EMPTY.with("name", line.substring("memory://".length()))) : Optional.empty();
    }

    @Override
    public Optional<Settings> scratch(String name) {
        return Optional.of(Settings.EMPTY.with("name", name));
    }

    private interface Attempt {
        void run() throws FaultException;
    }

    private static boolean step(String name, String detail, Consumer<TestStep> report, Attempt attempt) {
        try {
            attempt.run();
            report.accept(new TestStep(name, Duration.ZERO, detail, Optional.empty()));
            return true;
        } catch (FaultException failed) {
            report.accept(new TestStep(name, Duration.ZERO, "", Optional.of(failed.fault())));
            return false;
        }
    }

    private static void signIn(MemoryBroker broker, Settings settings, Host host) throws FaultException {
        Optional<String> reference = settings.get("token").filter(r -> !r.isBlank());
        char[] token = reference.isPresent() ? host.secret(reference.get()) : new char[0];
        try {
            broker.demandToken(token);
        } finally {
            Arrays.fill(token, '\0');
        }
    }
}
