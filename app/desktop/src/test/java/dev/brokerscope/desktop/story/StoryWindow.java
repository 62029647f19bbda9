package dev.brokerscope.desktop.story;

import dev.brokerscope.core.Engine;
import dev.brokerscope.core.EngineOptions;
import dev.brokerscope.core.connection.Connection;
import dev.brokerscope.desktop.shell.Arguments;
import dev.brokerscope.desktop.shell.Wiring;
import dev.brokerscope.desktop.ui.DesktopServices;
import dev.brokerscope.desktop.ui.Fonts;
import dev.brokerscope.desktop.ui.Texts;
import dev.brokerscope.desktop.ui.harness.FxHarness;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

/// The real program in a real window, and a person's hands and eyes for it. Everything waits until what it needs is
/// there, and says what was missing where that never comes.
final class StoryWindow implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long AGAIN_NANOS = Duration.ofSeconds(6).toNanos();

    private final WindowManager manager = new WindowManager();
    private final FxHarness window;
    private Optional<Wiring> wiring = Optional.empty();

    /// @param connections stand in the book; the first is connected
    StoryWindow(Path home, List<Connection> connections, double width, double height) throws Exception {
        Engine engine = Engine.start(EngineOptions.under(home, List.of(Path.of("target", "plugins"))));
        for (Connection connection : connections) {
            engine.connections().save(connection);
        }
        window = FxHarness.drive(stage -> {
            Fonts.load();
            Wiring program = new Wiring(engine, stage, new NoDesktop(), Optional.empty());
            wiring = Optional.of(program);
            program.show(Arguments.parse(List.of("--connect", connections.getFirst().name())));
            stage.toFront();
            stage.requestFocus();
        });
        resize(width, height);
    }

    /// The window's manager answers when it likes.
    private void resize(double width, double height) {
        Stage stage = window.stage();
        window.awaitThat("the window is " + width + " by " + height, PATIENCE, () -> {
            double wider = width - stage.getScene().getWidth();
            double higher = height - stage.getScene().getHeight();
            if (wider != 0 || higher != 0) {
                stage.setWidth(stage.getWidth() + wider);
                stage.setHeight(stage.getHeight() + higher);
            }
            return wider == 0 && higher == 0 && stage.isFocused();
        });
    }

    /// Whether it can be seen now, in the dialog where one is open.
    boolean sees(Look look) {
        return FxHarness.call(() -> find(look).isPresent());
    }

    void await(Look look) {
        window.awaitThat(look.words(), PATIENCE, () -> find(look).isPresent());
    }

    void await(String what, BooleanSupplier condition) {
        window.awaitThat(what, PATIENCE, condition);
    }

    /// Clicks what can be used now; waits until it can.
    void click(Look look) {
        window.click(usable(look));
    }

    /// Clicks until that shows what it led to: a click on a node that is just being replaced is lost.
    void click(Look look, String led, BooleanSupplier ledThere) {
        repeat(look, led, ledThere, window::click);
    }

    void doubleClick(Look look, Look ledTo) {
        repeat(look, ledTo.words(), () -> find(ledTo).isPresent(), window::doubleClick);
    }

    void click(Look look, Look ledTo) {
        click(look, ledTo.words(), () -> find(ledTo).isPresent());
    }

    private void repeat(Look look, String led, BooleanSupplier ledThere, Consumer<Node> act) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        do {
            window.awaitThat(look.words() + " can be used", PATIENCE,
                    () -> isUsable(look) || ledThere.getAsBoolean());
            if (FxHarness.call(ledThere::getAsBoolean)) {
                return;
            }
            act.accept(usable(look));
            long again = System.nanoTime() + AGAIN_NANOS;
            while (System.nanoTime() < again) {
                if (FxHarness.call(ledThere::getAsBoolean)) {
                    return;
                }
                window.awaitFrames(1);
            }
        } while (System.nanoTime() < end);
        throw new AssertionError(look.words() + " did not lead to " + led);
    }

    private Node usable(Look look) {
        window.awaitThat(look.words() + " can be used", PATIENCE, () -> isUsable(look));
        return FxHarness.call(() -> find(look).orElseThrow());
    }

    private boolean isUsable(Look look) {
        return find(look).filter(n -> !n.isDisabled()).filter(StoryWindow::inView).isPresent();
    }

    /// Scrolls to it where it lies outside of a form's part in view; true once it is inside.
    private static boolean inView(Node node) {
        for (Node up = node.getParent(); up != null; up = up.getParent()) {
            if (up instanceof ScrollPane pane && pane.getContent() != null) {
                Bounds shown = pane.localToScene(pane.getLayoutBounds());
                Bounds bounds = node.localToScene(node.getLayoutBounds());
                if (bounds.getMinY() < shown.getMinY() || bounds.getMaxY() > shown.getMaxY()) {
                    double room = pane.getContent().getLayoutBounds().getHeight() - shown.getHeight();
                    double by = bounds.getCenterY() - shown.getCenterY();
                    double before = pane.getVvalue();
                    pane.setVvalue(Math.clamp(before + by / Math.max(1, room), 0, 1));
                    return pane.getVvalue() == before;
                }
            }
        }
        return true;
    }

    void press(KeyCode... keys) {
        window.press(keys);
    }

    /// Replaces what stands in a text field, key by key.
    void write(Look field, String text) {
        click(field, "the keyboard in " + field.words(), () -> find(field).filter(Node::isFocused).isPresent());
        press(KeyCode.CONTROL, KeyCode.A);
        for (char sign : text.toCharArray()) {
            window.press(Keys.of(sign));
        }
        await("“" + text + "” in " + field.words(), () -> find(field)
                .filter(n -> n instanceof TextInputControl input && input.getText().equals(text)).isPresent());
    }

    /// A picture of what is seen now, in both themes; the dark one is left.
    void pictures(Path folder, String name) {
        picture(folder.resolve(name + "-light.png"), false);
        picture(folder.resolve(name + "-dark.png"), true);
    }

    void picture(Path file, boolean dark) {
        if (isDark() != dark) {
            window.run(() -> Finding.first(window.stage().getScene().getRoot(),
                    Look.icon(Texts.text("theme.switch"))).map(ButtonBase.class::cast).orElseThrow().fire());
        }
        window.awaitThat("the theme", () -> isDarkNow() == dark);
        window.awaitFrames(6);
        window.savePicture(file);
    }

    private boolean isDark() {
        return FxHarness.call(this::isDarkNow);
    }

    private boolean isDarkNow() {
        return window.stage().getScene().getStylesheets().stream().anyMatch(sheet -> sheet.endsWith("dark.css"));
    }

    /// A picture for whoever looks into what went wrong.
    void keepFailure(Path file) {
        window.savePicture(file);
    }

    /// FX thread.
    Optional<Node> find(Look look) {
        Parent root = window.stage().getScene().getRoot();
        List<Node> dialogs = new ArrayList<>();
        Finding.all(root, Look.styled("modal-card"), dialogs);
        return Finding.first(dialogs.isEmpty() ? root : dialogs.getLast(), look);
    }

    @Override
    public void close() {
        window.run(() -> wiring.ifPresent(Wiring::close));
        window.close();
        manager.close();
    }

    /// Files are typed, not chosen in dialogs of the system.
    private static final class NoDesktop implements DesktopServices {
        @Override
        public Optional<Path> chooseFile(String title, List<FileKind> kinds) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> chooseNewFile(String title, String suggestedName, List<FileKind> kinds) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> chooseFolder(String title) {
            return Optional.empty();
        }

        @Override
        public void openInBrowser(URI address) {
            throw new AssertionError("nothing leads out of the window in this story: " + address);
        }
    }
}
