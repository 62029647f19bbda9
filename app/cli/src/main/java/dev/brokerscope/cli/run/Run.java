package dev.brokerscope.cli.run;

import dev.brokerscope.cli.output.ErrorPrinter;
import dev.brokerscope.cli.output.Output;
import dev.brokerscope.cli.output.Paint;
import dev.brokerscope.cli.output.Terminal;
import dev.brokerscope.cli.output.TimeText;
import dev.brokerscope.core.Engine;
import dev.brokerscope.core.slice.Times;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/// What one run of a command has at hand.
public final class Run implements AutoCloseable {

    private final Terminal terminal;
    private final CommonOptions common;
    private final Supplier<Engine> starter;
    private final Output out;
    private final Output err;
    private final Times times;
    private Optional<Engine> engine = Optional.empty();

    /// @param starter starts the engine, when it is needed
    public Run(Terminal terminal, CommonOptions common, Supplier<Engine> starter, Output out, Output err) {
        this.terminal = terminal;
        this.common = common;
        this.starter = starter;
        this.out = out;
        this.err = err;
        this.times = new Times(Instant.now(), common.zone());
    }

    public Terminal terminal() {
        return terminal;
    }

    public CommonOptions common() {
        return common;
    }

    /// Started when first asked for.
    public synchronized Engine engine() {
        if (engine.isEmpty()) {
            engine = Optional.of(starter.get());
        }
        return engine.get();
    }

    public Output out() {
        return out;
    }

    public Output err() {
        return err;
    }

    public boolean json() {
        return common.json();
    }

    public Paint paint() {
        return Paint.of(common.color(), terminal, terminal.outIsTerminal());
    }

    /// Columns for tables; 0 where lines may be as long as they like.
    public int width() {
        return terminal.outIsTerminal() ? terminal.width() : 0;
    }

    /// One `now` for the whole run.
    public Times times() {
        return times;
    }

    public TimeText timeText() {
        return new TimeText(common.zone());
    }

    /// A remark on standard error, for people; left out with `--quiet`.
    public void remark(String text) {
        if (!common.quiet()) {
            out.flush();
            err.line(text);
            err.flush();
        }
    }

    public ErrorPrinter errors() {
        return new ErrorPrinter(err, Paint.of(common.color(), terminal, terminal.errIsTerminal()), common.json(),
                common.verbose());
    }

    @Override
    public synchronized void close() {
        engine.ifPresent(Engine::close);
        engine = Optional.empty();
    }
}
