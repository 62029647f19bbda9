package dev.brokerscope.desktop.ui.harness;

import dev.brokerscope.desktop.ui.Fonts;
import dev.brokerscope.desktop.ui.Theme;
import dev.brokerscope.desktop.ui.ThemeChoice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.paint.Color;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import javafx.stage.Window;
import javax.imageio.ImageIO;

/// Drives real windows from tests, on the platform that needs no display: shows a scene, presses keys and buttons,
/// waits for frames instead of sleeping, fails on what nobody caught on the JavaFX thread, takes pictures with the popups in them. Windows stay below 1,000 px of
/// height, which that platform cannot show.
public final class FxHarness implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 20;

    private final Optional<Theme> theme;
    private final Stage stage;
    private final Robot robot;
    private final List<Throwable> uncaught = new CopyOnWriteArrayList<>();

    private FxHarness(Optional<Theme> theme, Stage stage, Robot robot) {
        this.theme = theme;
        this.stage = stage;
        this.robot = robot;
    }

    /// Starts the toolkit where that has not been done, and shows the node in a window of this size.
    public static FxHarness show(Function<Theme, ? extends Parent> root, double width, double height) {
        return start(stage -> {
            Fonts.load();
            Theme theme = new Theme();
            theme.choiceProperty().set(ThemeChoice.DARK);
            Scene scene = new Scene(root.apply(theme), width, height);
            theme.apply(scene);
            theme.install();
            stage.setScene(scene);
            stage.show();
            stage.requestFocus();
            return Optional.of(theme);
        });
    }

    /// Starts the toolkit where that has not been done, and drives the window that a program shows on a new stage.
    public static FxHarness drive(Consumer<Stage> program) {
        return start(stage -> {
            program.accept(stage);
            return Optional.empty();
        });
    }

    private static FxHarness start(Function<Stage, Optional<Theme>> program) {
        startToolkit();
        FxHarness harness = call(() -> {
            Stage stage = new Stage();
            return new FxHarness(program.apply(stage), stage, new Robot());
        });
        harness.run(
                () -> Thread.currentThread().setUncaughtExceptionHandler((_, fault) -> harness.uncaught.add(fault)));
        harness.awaitFrames(3);
        return harness;
    }

    private static void startToolkit() {
        CountDownLatch started = new CountDownLatch(1);
        try {
            Platform.startup(started::countDown);
            Platform.setImplicitExit(false);
            if (!started.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("JavaFX did not start");
            }
        } catch (IllegalStateException alreadyRunning) {
            if (started.getCount() == 1 && !String.valueOf(alreadyRunning.getMessage()).contains("initialized")) {
                throw alreadyRunning;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /// Runs on the JavaFX thread and waits for the answer.
    public static <T> T call(Callable<T> work) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                answer.complete(work.call());
            } catch (Exception | Error e) {
                answer.completeExceptionally(e);
            }
        });
        try {
            return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new AssertionError("on the JavaFX thread: " + e.getCause(), e.getCause());
        } catch (TimeoutException e) {
            throw new AssertionError("the JavaFX thread was busy for " + PATIENCE_SECONDS + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /// Runs on the JavaFX thread and waits for it and for two frames.
    public void run(Runnable work) {
        call(() -> {
            work.run();
            return true;
        });
        awaitFrames(2);
    }

    /// Waits until so many frames were laid out.
    public void awaitFrames(int frames) {
        for (int i = 0; i < frames; i++) {
            CountDownLatch laidOut = new CountDownLatch(1);
            Runnable listener = laidOut::countDown;
            call(() -> {
                stage.getScene().addPostLayoutPulseListener(listener);
                Platform.requestNextPulse();
                return true;
            });
            try {
                if (!laidOut.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                    throw new AssertionError("no frame came");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
            call(() -> {
                stage.getScene().removePostLayoutPulseListener(listener);
                return true;
            });
        }
    }

    /// Waits, frame by frame, until something asked on the JavaFX thread is so.
    public void awaitThat(String what, BooleanSupplier condition) {
        awaitThat(what, Duration.ofSeconds(PATIENCE_SECONDS), condition);
    }

    /// The same, with more patience.
    public void awaitThat(String what, Duration patience, BooleanSupplier condition) {
        long end = System.nanoTime() + patience.toNanos();
        while (!call(condition::getAsBoolean)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("waited in vain: " + what);
            }
            awaitFrames(1);
        }
    }

    /// Of a window that the harness made itself.
    public Theme theme() {
        return theme.orElseThrow();
    }

    public Stage stage() {
        return stage;
    }

    /// The one node that fits a CSS selector.
    public Node find(String selector) {
        return call(() -> {
            Node found = stage.getScene().getRoot().lookup(selector);
            if (found == null) {
                throw new AssertionError("nothing fits " + selector);
            }
            return found;
        });
    }

    /// Presses and releases keys together, the first ones held.
    public void press(KeyCode... keys) {
        call(() -> {
            for (KeyCode key : keys) {
                robot.keyPress(key);
            }
            for (int i = keys.length - 1; i >= 0; i--) {
                robot.keyRelease(keys[i]);
            }
            return true;
        });
        awaitFrames(2);
    }

    /// Types into what has the focus. Letters, digits, space and a few signs.
    public void type(String text) {
        call(() -> {
            for (char c : text.toCharArray()) {
                Node target = stage.getScene().getFocusOwner();
                javafx.event.Event.fireEvent(target, new javafx.scene.input.KeyEvent(
                        javafx.scene.input.KeyEvent.KEY_TYPED, String.valueOf(c), "", KeyCode.UNDEFINED, false, false,
                        false, false));
            }
            return true;
        });
        awaitFrames(2);
    }

    public void click(Node node) {
        Bounds bounds = call(() -> node.localToScreen(node.getBoundsInLocal()));
        click(new Point2D(bounds.getCenterX(), bounds.getCenterY()));
    }

    /// Clicks a point given from the upper left corner of a node.
    public void click(Node node, double x, double y) {
        click(call(() -> node.localToScreen(x, y)));
    }

    public void doubleClick(Node node) {
        Bounds bounds = call(() -> node.localToScreen(node.getBoundsInLocal()));
        click(new Point2D(bounds.getCenterX(), bounds.getCenterY()), 2);
    }

    private void click(Point2D at) {
        click(at, 1);
    }

    private void click(Point2D at, int times) {
        call(() -> {
            robot.mouseMove(at);
            for (int i = 0; i < times; i++) {
                robot.mouseClick(MouseButton.PRIMARY);
            }
            return true;
        });
        awaitFrames(2);
    }

    /// What has the focus now.
    public Node focused() {
        return call(() -> stage.getScene().getFocusOwner());
    }

    /// The window with its popups.
    public Image picture() {
        return call(() -> {
            Image base = stage.getScene().snapshot(null);
            double left = stage.getX() + stage.getScene().getX();
            double top = stage.getY() + stage.getScene().getY();
            Canvas canvas = new Canvas(base.getWidth(), base.getHeight());
            canvas.getGraphicsContext2D().drawImage(base, 0, 0);
            for (Window window : Window.getWindows()) {
                if (window != stage && window.isShowing() && window.getScene() != null) {
                    SnapshotParameters parameters = new SnapshotParameters();
                    parameters.setFill(Color.TRANSPARENT);
                    Parent root = window.getScene().getRoot();
                    Bounds bounds = root.getBoundsInParent();
                    canvas.getGraphicsContext2D().drawImage(root.snapshot(parameters, null),
                            window.getX() + window.getScene().getX() + bounds.getMinX() - left,
                            window.getY() + window.getScene().getY() + bounds.getMinY() - top);
                }
            }
            return canvas.snapshot(null, null);
        });
    }

    /// Writes [#picture] as PNG.
    public void savePicture(Path file) {
        Image image = picture();
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        call(() -> {
            Window.getWindows().stream().filter(w -> w != stage).toList().forEach(Window::hide);
            stage.close();
            return true;
        });
        if (!uncaught.isEmpty()) {
            throw new AssertionError("uncaught on the JavaFX thread: " + uncaught.getFirst(), uncaught.getFirst());
        }
    }
}
