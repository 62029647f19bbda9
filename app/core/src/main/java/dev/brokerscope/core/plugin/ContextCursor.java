package dev.brokerscope.core.plugin;

import dev.brokerscope.api.broker.Batch;
import dev.brokerscope.api.broker.Cursor;
import dev.brokerscope.api.broker.CursorPlan;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.message.Position;
import java.time.Duration;
import java.util.List;

/// A plugin's cursor, each call in the plugin's context: once per batch, so that it costs nothing per message.
final class ContextCursor implements Cursor {

    private final Cursor cursor;
    private final PluginContext context;

    ContextCursor(Cursor cursor, PluginContext context) {
        this.cursor = cursor;
        this.context = context;
    }

    @Override
    public CursorPlan plan() {
        return context.ask(cursor::plan);
    }

    @Override
    public Batch next(Duration maxWait) throws FaultException, InterruptedException {
        return context.call(() -> cursor.next(maxWait));
    }

    @Override
    public List<Position> checkpoint() {
        return context.ask(cursor::checkpoint);
    }

    @Override
    public void cancel() {
        context.quietly(cursor::cancel);
    }

    @Override
    public void close() {
        context.quietly(cursor::close);
    }
}
