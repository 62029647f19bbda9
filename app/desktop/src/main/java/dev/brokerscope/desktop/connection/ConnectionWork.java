package dev.brokerscope.desktop.connection;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.core.connection.Connection;
import dev.brokerscope.desktop.desk.Desk;
import dev.brokerscope.desktop.ui.Glyph;
import dev.brokerscope.desktop.ui.Texts;
import dev.brokerscope.desktop.ui.Tone;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/// What the form does that takes time: keeps secrets, tests, saves, connects. Called on the FX thread, works elsewhere.
final class ConnectionWork {

    private final Desk desk;
    private final TestPane tests;
    private final Runnable closeTab;

    ConnectionWork(Desk desk, TestPane tests, Runnable closeTab) {
        this.desk = desk;
        this.tests = tests;
        this.closeTab = closeTab;
    }

    private interface Step {
        void run() throws FaultException, InterruptedException;
    }

    void test(ConnectionDraft draft) {
        tests.started();
        List<ConnectionDraft.Typed> typed = draft.typedSecrets();
        elsewhere(() -> {
            List<String> references = ConnectionDraft.kept(typed, desk.engine().secrets());
            desk.ui().execute(() -> {
                draft.take(typed, references);
                run(draft.connection());
            });
        });
    }

    private void run(Connection connection) {
        AtomicBoolean passed = new AtomicBoolean(true);
        elsewhere(() -> {
            desk.engine().connector().test(connection, step -> {
                passed.compareAndSet(true, step.passed());
                desk.ui().execute(() -> tests.step(step));
            });
            desk.ui().execute(() -> tests.ended(passed.get()));
        });
    }

    void save(ConnectionDraft draft) {
        List<ConnectionDraft.Typed> typed = draft.typedSecrets();
        elsewhere(() -> {
            List<String> references = ConnectionDraft.kept(typed, desk.engine().secrets());
            desk.ui().execute(() -> {
                draft.take(typed, references);
                Connection connection = draft.connection();
                elsewhere(() -> {
                    desk.engine().connections().save(connection);
                    if (draft.original().filter(o -> !o.name().equals(connection.name())).isPresent()) {
                        desk.engine().connections().remove(draft.original().orElseThrow().name());
                    }
                    desk.sources().reload();
                    desk.ui().execute(() -> saved(connection.name()));
                });
            });
        });
    }

    private void saved(String name) {
        closeTab.run();
        desk.screens().tell(Tone.OK, Glyph.CHECK, Texts.text("connection.saved", name), List.of());
        desk.sources().connection(name).ifPresent(desk.screens()::reveal);
    }

    private void elsewhere(Step step) {
        desk.work().execute(() -> {
            try {
                step.run();
            } catch (FaultException e) {
                desk.ui().execute(() -> tests.failed(e.fault()));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }
}
