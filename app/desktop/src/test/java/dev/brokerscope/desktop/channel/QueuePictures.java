package dev.brokerscope.desktop.channel;

import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.channel.Impact;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.message.Header;
import dev.brokerscope.api.message.Headers;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.api.message.TimestampType;
import dev.brokerscope.desktop.ui.ThemeChoice;
import dev.brokerscope.desktop.ui.harness.CssWarnings;
import dev.brokerscope.plugin.memory.MemoryBroker;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;

/// Development tool: pictures of channels that are no logs, before and after consent. Argument: the folder to write.
public final class QueuePictures {

    private static final Set<Impact> QUORUM = EnumSet.of(Impact.HIDES_MESSAGES, Impact.MARKS_REDELIVERED,
            Impact.COUNTS_DELIVERIES, Impact.MAY_DROP_MESSAGES, Impact.REORDERS);

    private final Path folder;
    private final double width;
    private final double height;

    private QueuePictures(Path folder, double width, double height) {
        this.folder = folder;
        this.width = width;
        this.height = height;
    }

    public static void main(String[] args) throws Exception {
        try (CssWarnings warnings = new CssWarnings()) {
            for (double[] size : List.of(new double[]{1680, 990}, new double[]{1040, 700})) {
                QueuePictures pictures = new QueuePictures(Path.of(args[0]), size[0], size[1]);
                pictures.queue();
                pictures.tap();
            }
            warnings.messages().stream().distinct().forEach(System.out::println);
        }
        Platform.exit();
        System.exit(0);
    }

    private void queue() throws Exception {
        try (ChannelStage stage = stage(broker -> {
            ChannelId queue = filled(broker);
            broker.impact(queue.name(), QUORUM);
            return queue;
        })) {
            stage.window.awaitThat("asked", () -> stage.screen.content().lookup(".consent-pane") != null);
            save(stage, "queue-1-asked");
            stage.window.run(() -> ((ToggleButton) stage.screen.content().lookup(".channel-head .toggle-button"))
                    .setSelected(true));
            save(stage, "queue-2-details");
            stage.window.run(() -> ((ToggleButton) stage.screen.content().lookup(".channel-head .toggle-button"))
                    .setSelected(false));
        }
        try (ChannelStage stage = stage(QueuePictures::filled)) {
            stage.window.awaitThat("asked", () -> stage.screen.content().lookup(".consent-pane") != null);
            save(stage, "queue-3-asked-classic");
            stage.window.run(() -> stage.screen.content().lookupAll(".consent-pane .button").stream()
                    .map(Button.class::cast).filter(b -> !b.isDisabled()).findFirst().orElseThrow().fire());
            stage.window.awaitThat("read", () -> stage.screen.content().lookup(".windowed-table") != null);
            save(stage, "queue-4-read");
            stage.window.run(() -> stage.window.stage().getScene().getRoot().lookupAll(".button").stream()
                    .map(Button.class::cast).filter(b -> b.getText().startsWith("Keep this")).findFirst().orElseThrow()
                    .fire());
            save(stage, "queue-5-keep");
        }
    }

    private void tap() throws Exception {
        try (ChannelStage stage = stage(broker -> {
            filled(broker);
            return broker.createTap("invoices.live", "invoices.out");
        })) {
            stage.window.awaitThat("waits", () -> stage.screen.content().lookup(".empty-state") != null);
            save(stage, "tap-1-waiting");
            for (int i = 0; i < 40; i++) {
                send(stage.broker, i);
            }
            stage.window.awaitThat("comes", () -> stage.screen.content().lookup(".windowed-table") != null);
            save(stage, "tap-2-following");
        }
    }

    private ChannelStage stage(ChannelStage.Filling filling) throws Exception {
        return new ChannelStage(Files.createTempDirectory("queue-pictures"), filling, width, height);
    }

    private static ChannelId filled(MemoryBroker broker) throws FaultException {
        ChannelId queue = broker.createQueue("invoices.out");
        broker.createTap("invoices.tap", "invoices.out");
        for (int i = 0; i < 1_204; i++) {
            send(broker, i);
        }
        return queue;
    }

    private static void send(MemoryBroker broker, int number) throws FaultException {
        broker.publish("invoices.out", Message.at(0, 0, 0)
                .timestamp(System.currentTimeMillis() - (1_204 - number) * 1_700L, TimestampType.CREATE)
                .value(("{\"invoice\":\"R-" + (8_000 + number) + "\",\"total\":" + number * 37 % 900 + ".20}")
                        .getBytes(StandardCharsets.UTF_8))
                .headers(Headers.of(Header.of("content-type", "application/json"))).build());
    }

    private void save(ChannelStage stage, String name) {
        for (ThemeChoice choice : List.of(ThemeChoice.LIGHT, ThemeChoice.DARK)) {
            stage.window.run(() -> stage.window.theme().choiceProperty().set(choice));
            stage.window.awaitFrames(12);
            stage.window.savePicture(folder.resolve(name + "-" + (int) width + "-"
                    + choice.name().toLowerCase(Locale.ROOT) + ".png"));
        }
    }
}
