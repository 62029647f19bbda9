package dev.brokerscope.desktop.job;

import dev.brokerscope.desktop.desk.Desk;
import dev.brokerscope.desktop.desk.Screen;
import dev.brokerscope.desktop.preferences.TabLink;
import dev.brokerscope.desktop.ui.Glyph;
import dev.brokerscope.desktop.ui.Texts;
import dev.brokerscope.desktop.ui.control.Stage;
import java.time.Duration;
import java.util.Optional;
import javafx.scene.Node;
import javafx.util.Subscription;

/// The tab of all jobs: running and past ones at the left, the chosen one beside them.
public final class JobsScreen implements Screen {

    private static final Duration PERIOD = Duration.ofMillis(500);

    private final JobsModel model;
    private final JobsView view;
    private final Subscription polling;

    public JobsScreen(Desk desk) {
        model = new JobsModel(desk.engine().jobs(), desk.work(), desk.ui());
        view = new JobsView(model, desk);
        model.refresh();
        polling = desk.ui().every(PERIOD, this::poll);
    }

    private void poll() {
        model.refresh();
        view.poll();
    }

    @Override
    public String id() {
        return "jobs";
    }

    @Override
    public String title() {
        return Texts.text("jobs.title");
    }

    @Override
    public Glyph glyph() {
        return Glyph.ACTIVITY;
    }

    @Override
    public Stage stage() {
        return Stage.NONE;
    }

    @Override
    public Node content() {
        return view;
    }

    @Override
    public void focus() {
        view.focusList();
    }

    @Override
    public void perform(Command command) {
        if (command == Command.REFRESH) {
            model.readHistory();
        }
    }

    @Override
    public void closed() {
        polling.unsubscribe();
    }

    @Override
    public Optional<TabLink> link() {
        return Optional.empty();
    }
}
