package dev.brokerscope.desktop.ui.detail;

import dev.brokerscope.desktop.ui.table.Run;
import dev.brokerscope.desktop.ui.table.RunStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Colours for text formats, line by line. They only paint: a broken line gets colours as far as they go, and the
/// runs together always are the line.
public enum TextColours implements Function<String, List<Run>> {

    PLAIN("(?!)", List.of()),

    JSON("(\"(?:\\\\.|[^\"\\\\])*+\"(?=\\s*:))|(\"(?:\\\\.|[^\"\\\\])*+\"?)|(-?\\d[\\d.eE+-]*+)"
            + "|\\b(true|false|null)\\b|([{}\\[\\],:]+)",
            List.of(RunStyle.NAME, RunStyle.STRING, RunStyle.NUMBER, RunStyle.KEYWORD, RunStyle.SIGN)),

    XML("(<!--.*?(?:-->|$)|<[!?][^>]*>?)|(</?[\\w:.-]+|/?>)|([\\w:.-]+(?==[\"']))|(\"[^\"]*\"?|'[^']*'?)",
            List.of(RunStyle.MUTED, RunStyle.NAME, RunStyle.ENUM, RunStyle.STRING));

    private final Pattern tokens;
    private final List<RunStyle> styles;

    TextColours(String tokens, List<RunStyle> styles) {
        this.tokens = Pattern.compile(tokens);
        this.styles = styles;
    }

    @Override
    public List<Run> apply(String line) {
        List<Run> runs = new ArrayList<>();
        Matcher token = tokens.matcher(line);
        int at = 0;
        while (token.find()) {
            if (token.start() > at) {
                runs.add(Run.of(line.substring(at, token.start()), RunStyle.PLAIN));
            }
            runs.add(Run.of(token.group(), style(token)));
            at = token.end();
        }
        if (at < line.length()) {
            runs.add(Run.of(line.substring(at), RunStyle.PLAIN));
        }
        return runs;
    }

    private RunStyle style(Matcher token) {
        for (int group = 1; group <= styles.size(); group++) {
            if (token.group(group) != null) {
                return styles.get(group - 1);
            }
        }
        return RunStyle.PLAIN;
    }
}
