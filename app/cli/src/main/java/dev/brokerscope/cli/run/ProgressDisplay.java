package dev.brokerscope.cli.run;

import dev.brokerscope.api.channel.Count;
import dev.brokerscope.cli.output.Json;
import dev.brokerscope.cli.output.ProgressStyle;
import dev.brokerscope.cli.output.SafeText;
import dev.brokerscope.core.job.Amounts;
import dev.brokerscope.core.job.Note;
import dev.brokerscope.core.job.Progress;

/// Shows a job's progress on standard error: a bar that is drawn over and over, or a line now and then. One thread.
public final class ProgressDisplay {

    private static final long LINES_NANOS = 10_000_000_000L;
    private static final long JSON_NANOS = 1_000_000_000L;
    private static final int BAR = 24;

    private final Run run;
    private final ProgressStyle style;
    private int notes;
    private long nextAt;
    private int drawn;

    private ProgressDisplay(Run run, ProgressStyle style) {
        this.run = run;
        this.style = style;
        this.nextAt = System.nanoTime() + (style == ProgressStyle.LINES ? LINES_NANOS : 0);
    }

    public static ProgressDisplay of(Run run) {
        ProgressStyle asked = run.common().quiet() ? ProgressStyle.NONE : run.common().progress();
        boolean person = run.terminal().errIsTerminal() && !run.terminal().variable("TERM").equals("dumb");
        return new ProgressDisplay(run, asked != ProgressStyle.AUTO ? asked
                : person ? ProgressStyle.BAR : ProgressStyle.LINES);
    }

    public void show(Progress.View view) {
        notes(view);
        switch (style) {
            case BAR -> draw(bar(view));
            case LINES -> now(LINES_NANOS, view.phase() + ": " + text(view));
            case JSON -> now(JSON_NANOS, json(view));
            case AUTO, NONE -> {
            }
        }
    }

    /// The last word: takes the bar away.
    public void end(Progress.View view) {
        if (style == ProgressStyle.BAR) {
            draw("");
        } else if (style == ProgressStyle.JSON) {
            run.err().line(json(view));
            run.err().flush();
        }
        notes(view);
    }

    private void notes(Progress.View view) {
        for (Note note : view.notes().subList(Math.min(notes, view.notes().size()), view.notes().size())) {
            boolean matters = note.level() == Note.Level.WARNING || note.level() == Note.Level.BAD;
            if (matters && style != ProgressStyle.JSON) {
                draw("");
                run.remark("note: " + SafeText.of(note.text()));
            }
        }
        notes = view.notes().size();
    }

    private void now(long every, String line) {
        long now = System.nanoTime();
        if (now - nextAt >= 0) {
            nextAt = now + every;
            run.err().line(line);
            run.err().flush();
        }
    }

    private void draw(String line) {
        if (style == ProgressStyle.BAR && (drawn > 0 || !line.isEmpty())) {
            String cut = SafeText.cut(line, run.terminal().width() - 1);
            int width = SafeText.width(cut);
            run.err().text("\r" + cut + " ".repeat(Math.max(0, drawn - width)) + (line.isEmpty() ? "\r" : ""));
            run.err().flush();
            drawn = width;
        }
    }

    private static String bar(Progress.View view) {
        String bar = "";
        if (view.fraction().isPresent()) {
            int full = (int) Math.round(view.fraction().getAsDouble() * BAR);
            bar = "[" + "#".repeat(full) + "-".repeat(BAR - full) + "] ";
        }
        return bar + view.phase() + " " + text(view);
    }

    private static String text(Progress.View view) {
        StringBuilder text = new StringBuilder(Amounts.number(view.done()));
        if (view.total().quality() != Count.Quality.UNKNOWN) {
            text.append(" of ").append(Amounts.count(view.total()));
        }
        if (view.messagesPerSecond() >= 1) {
            text.append(", ").append(Amounts.number(Math.round(view.messagesPerSecond()))).append("/s");
        }
        if (view.bytesPerSecond() >= 1) {
            text.append(", ").append(Amounts.bytes(Math.round(view.bytesPerSecond()))).append("/s");
        }
        view.timeLeft().ifPresent(left -> text.append(", ").append(Amounts.span(left)).append(" left"));
        return text.toString();
    }

    private static String json(Progress.View view) {
        var root = Json.object();
        var node = root.putObject("progress");
        node.put("phase", view.phase()).put("done", view.done()).set("total", Json.count(view.total()));
        view.saved().ifPresent(saved -> node.put("saved", saved));
        node.put("bytes", view.bytes()).put("messagesPerSecond", Math.round(view.messagesPerSecond()));
        node.put("bytesPerSecond", Math.round(view.bytesPerSecond())).put("elapsedMillis", view.elapsed().toMillis());
        node.put("leftMillis", view.timeLeft().map(l -> l.toMillis()).orElse(null));
        return root.toString();
    }
}
