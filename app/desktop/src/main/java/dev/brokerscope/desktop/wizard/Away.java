package dev.brokerscope.desktop.wizard;

import dev.brokerscope.api.fault.Fault;
import dev.brokerscope.api.fault.FaultException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/// Asks questions that block, away from the FX thread, and comes back with the answer.
public record Away(Executor work, Executor ui) {

    /// Something that blocks.
    public interface Question<T> {
        T ask() throws FaultException, InterruptedException;
    }

    public <T> void ask(Question<T> question, Consumer<T> then, Consumer<Fault> failed) {
        work.execute(() -> {
            try {
                T answer = question.ask();
                ui.execute(() -> then.accept(answer));
            } catch (FaultException e) {
                ui.execute(() -> failed.accept(e.fault()));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }
}
