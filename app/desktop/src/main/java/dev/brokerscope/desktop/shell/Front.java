package dev.brokerscope.desktop.shell;

import dev.brokerscope.desktop.desk.Screen;
import dev.brokerscope.desktop.desk.Source;
import dev.brokerscope.desktop.ui.UiThread;
import dev.brokerscope.desktop.ui.frame.TopBar;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.stage.Stage;

/// Keeps the frame in step with the screen one sees: strip, status bar, title.
final class Front {

    private static final Duration PERIOD = Duration.ofMillis(500);

    private final Workspace workspace;
    private final TopBar top;
    private final StatusLine status;
    private final Stage stage;
    private final Runnable jobEnded;
    private int running;

    /// @param jobEnded told when a job of this window has ended
    Front(Workspace workspace, TopBar top, StatusLine status, Stage stage, Runnable jobEnded) {
        this.workspace = workspace;
        this.top = top;
        this.status = status;
        this.stage = stage;
        this.jobEnded = jobEnded;
    }

    void follow(UiThread ui) {
        workspace.frontProperty().subscribe(this::show);
        ui.every(PERIOD, () -> {
            int now = status.poll();
            if (now < running) {
                jobEnded.run();
            }
            running = now;
            status.show(workspace.front().flatMap(Screen::source));
        });
    }

    private void show(Optional<Screen> screen) {
        Optional<Source> source = screen.flatMap(Screen::source);
        top.setStage(screen.map(Screen::stage).orElse(dev.brokerscope.desktop.ui.control.Stage.NONE),
                source.flatMap(s -> s.connection().colour()));
        status.show(source);
        stage.setTitle(Stream.of(screen.map(Screen::title), source.map(Source::name), Optional.of("Brokerscope"))
                .flatMap(Optional::stream).distinct().collect(Collectors.joining(" · ")));
    }
}
