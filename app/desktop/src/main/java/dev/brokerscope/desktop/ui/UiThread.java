package dev.brokerscope.desktop.ui;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.util.Subscription;

/// The one door to the JavaFX thread. View models take it as an [Executor], so that their tests need no toolkit.
public final class UiThread implements Executor {

    /// Runs at once when called on the JavaFX thread, otherwise as soon as that thread is free, in order.
    @Override
    public void execute(Runnable work) {
        if (Platform.isFxApplicationThread()) {
            work.run();
        } else {
            Platform.runLater(work);
        }
    }

    /// Runs after what the JavaFX thread is doing now, also when called on it.
    public void later(Runnable work) {
        Platform.runLater(work);
    }

    /// A mailbox for values that come faster than frames: any thread may give, the JavaFX thread receives only the
    /// newest of what came since it last looked.
    public <T> Consumer<T> newestOnly(Consumer<T> receiver) {
        AtomicReference<T> waiting = new AtomicReference<>();
        return value -> {
            if (waiting.getAndSet(value) == null) {
                Platform.runLater(() -> {
                    T newest = waiting.getAndSet(null);
                    if (newest != null) {
                        receiver.accept(newest);
                    }
                });
            }
        };
    }

    /// Polls, as progress and status cells do: first after one period, until unsubscribed. FX thread only.
    public Subscription every(Duration period, Runnable work) {
        Timeline ticks = new Timeline(
                new KeyFrame(javafx.util.Duration.millis(period.toMillis()), _ -> work.run()));
        ticks.setCycleCount(Animation.INDEFINITE);
        ticks.play();
        return ticks::stop;
    }
}
