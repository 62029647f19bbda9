package dev.brokerscope.desktop.message;

import dev.brokerscope.core.decode.Badge;
import dev.brokerscope.core.decode.Glance;
import dev.brokerscope.core.decode.Styled;
import dev.brokerscope.core.decode.Syntax;
import dev.brokerscope.desktop.ui.Texts;
import dev.brokerscope.desktop.ui.table.Run;
import dev.brokerscope.desktop.ui.table.RunStyle;
import java.util.List;

/// A payload on one line, in the table's own styles.
public final class PreviewRuns {

    private PreviewRuns() {}

    /// A message's value; a tombstone says what it deletes.
    public static List<Run> value(Glance glance, List<Run> key) {
        return switch (glance.badge().kind()) {
            case NULL -> List.of(tag("badge.null"));
            case TOMBSTONE ->
                    List.of(tag("badge.null"), Run.of(Texts.text("message.deletes", text(key)), RunStyle.NOTE));
            case EMPTY -> List.of(tag("message.bytes.none"), Run.of(Texts.text("message.empty"), RunStyle.NOTE));
            case FORMAT, TEXT, BINARY -> glance.preview().runs().isEmpty()
                    ? List.of(Run.of(Texts.text("message.nothing-inside"), RunStyle.NOTE))
                    : runs(glance.preview().runs());
        };
    }

    /// A key or a header's value; bytes that are no text stand as 0x….
    public static List<Run> brief(Glance glance) {
        return switch (glance.badge().kind()) {
            case NULL, TOMBSTONE -> List.of(tag("badge.null"));
            case EMPTY -> List.of(tag("message.tag.empty"));
            case BINARY -> List.of(Run.of("0x" + glance.preview().text().replace(" ", ""), RunStyle.MUTED));
            case FORMAT, TEXT -> runs(glance.preview().runs());
        };
    }

    public static List<Run> runs(List<Styled> styled) {
        return styled.stream().map(s -> Run.of(s.text(), style(s.syntax()))).toList();
    }

    static String text(List<Run> runs) {
        StringBuilder text = new StringBuilder();
        runs.forEach(run -> text.append(run.text()));
        return text.toString();
    }

    /// Whether a badge is about bytes that could not be read as they should.
    static boolean isFine(Badge badge) {
        return badge.severity() == Badge.Severity.FINE;
    }

    public static RunStyle style(Syntax syntax) {
        return switch (syntax) {
            case NAME -> RunStyle.NAME;
            case STRING -> RunStyle.STRING;
            case NUMBER -> RunStyle.NUMBER;
            case KEYWORD -> RunStyle.KEYWORD;
            case ENUM -> RunStyle.ENUM;
            case SIGN -> RunStyle.SIGN;
            case PLAIN -> RunStyle.PLAIN;
            case COMMENT, MUTED -> RunStyle.MUTED;
            case TAG -> RunStyle.TAG;
            case FAULT -> RunStyle.FAULT;
            case WARNING -> RunStyle.WARNING;
        };
    }

    private static Run tag(String key) {
        return Run.of(Texts.text(key), RunStyle.TAG);
    }
}
