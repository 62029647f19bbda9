package dev.brokerscope.cli.command;

import dev.brokerscope.api.broker.GapReason;
import dev.brokerscope.archive.ArchiveContents;
import dev.brokerscope.archive.CoverageMap;
import dev.brokerscope.archive.CoverageMap.Piece;
import dev.brokerscope.cli.output.Paint;
import dev.brokerscope.cli.output.SafeText;
import dev.brokerscope.cli.run.Run;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// The coverage as one bar of characters per partition, with a legend of those that occur.
///
/// @param byTime else by position
record CoverageText(Run run, boolean byTime) {

    private static final int LEAST = 20;
    private static final int MOST = 72;
    private static final int PARTITIONS = 32;

    /// Characters per bar.
    static int width(Run run) {
        return Math.clamp(run.terminal().width() - 28L, LEAST, MOST);
    }

    void print(ArchiveContents contents, CoverageMap map) {
        int name = contents.channels().stream().mapToInt(c -> SafeText.width(SafeText.of(c.id().text()))).max()
                .orElse(0);
        Set<GapReason> seen = EnumSet.noneOf(GapReason.class);
        List<String> lines = new ArrayList<>();
        for (ArchiveContents.Channel channel : contents.channels()) {
            String label = SafeText.of(channel.id().text());
            for (ArchiveContents.Partition p : channel.partitions().stream().limit(PARTITIONS).toList()) {
                CoverageMap.Strip strip = map.strip(channel.id(), p.number());
                lines.add(label + " ".repeat(name - SafeText.width(label)) + " %4d ".formatted(p.number())
                        + bar(byTime ? strip.byTime() : strip.byPosition(), seen));
            }
            int more = channel.partitions().size() - PARTITIONS;
            if (more > 0) {
                lines.add(label + ": " + more + " more partitions; --json lists all.");
            }
        }
        run.out().line("");
        run.out().line(run.paint().as(Paint.Role.HEADING, "COVERAGE " + axis(map)));
        lines.forEach(run.out()::line);
        run.out().line(legend(seen));
    }

    private String axis(CoverageMap map) {
        if (!byTime) {
            return "from the first to the last position of each partition";
        }
        return map.times().map(t -> run.timeText().of(t.from()) + " to " + run.timeText().of(t.to())
                + (t.beyond() ? ", single messages beyond" : "")).orElse("by time: no message has one");
    }

    private String bar(List<Piece> pieces, Set<GapReason> seen) {
        int width = width(run);
        StringBuilder bar = new StringBuilder(String.valueOf(nothing()).repeat(width));
        for (Piece piece : pieces) {
            piece.gap().ifPresent(seen::add);
            char mark = piece.gap().map(this::mark).orElse(held());
            for (int i = (int) Math.round(piece.from() * width); i < Math.round(piece.to() * width); i++) {
                bar.setCharAt(i, mark);
            }
        }
        return bar.toString();
    }

    private String legend(Set<GapReason> seen) {
        String gaps = seen.stream().map(r -> "  " + mark(r) + " " + r.text()).collect(Collectors.joining());
        return held() + " held" + gaps + "  " + nothing() + " nothing";
    }

    private char held() {
        return unicode() ? '█' : '#';
    }

    private char nothing() {
        return unicode() ? '·' : '.';
    }

    private char mark(GapReason reason) {
        return switch (reason) {
            case RETENTION -> unicode() ? '╌' : '-';
            case COMPACTED -> unicode() ? '▒' : 'c';
            case SPARSE -> unicode() ? '░' : 's';
            case TRANSACTIONAL -> unicode() ? '┃' : 't';
            case ABORTED -> unicode() ? '╳' : 'a';
            case FILTERED -> unicode() ? '▓' : 'f';
            case ERASED -> unicode() ? '▚' : 'e';
            case TRUNCATED -> '!';
            case UNREADABLE -> unicode() ? '✗' : 'x';
        };
    }

    /// Files and pipes take anything; a terminal says by its locale what it can show.
    private boolean unicode() {
        if (!run.terminal().outIsTerminal()) {
            return true;
        }
        String locale = List.of("LC_ALL", "LC_CTYPE", "LANG").stream().map(run.terminal()::variable)
                .filter(v -> !v.isEmpty()).findFirst().orElse("");
        return locale.toUpperCase(Locale.ROOT).contains("UTF") || !run.terminal().variable("WT_SESSION").isEmpty();
    }
}
