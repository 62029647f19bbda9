package dev.brokerscope.desktop.ui.detail;

import dev.brokerscope.desktop.ui.table.Run;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/// A text cut into lines that can be shown: at its line breaks, and again after 200 characters, since one line of
/// a hundred thousand characters would freeze any styled text control. Only the starts are kept; colours are computed
/// for the lines in view. Immutable; building it for 5 MB takes some 30 ms, so do it off the JavaFX thread.
public final class DisplayLines {

    /// Longest line shown, in characters.
    public static final int LONGEST = 200;

    private final String text;
    private final int[] starts;
    private final Function<String, List<Run>> colours;

    private DisplayLines(String text, int[] starts, Function<String, List<Run>> colours) {
        this.text = text;
        this.starts = starts;
        this.colours = colours;
    }

    /// @param colours cuts one line into runs, which together are the line
    public static DisplayLines of(String text, Function<String, List<Run>> colours) {
        int[] starts = new int[1024];
        int count = 0;
        int at = 0;
        do {
            if (count == starts.length) {
                starts = Arrays.copyOf(starts, count * 2);
            }
            starts[count++] = at;
            at = next(text, at);
        } while (at < text.length() || at == text.length() && text.endsWith("\n") && starts[count - 1] != at);
        return new DisplayLines(text, Arrays.copyOf(starts, count), colours);
    }

    private static int next(String text, int start) {
        int most = Math.min(text.length(), start + LONGEST);
        for (int i = start; i < most; i++) {
            if (text.charAt(i) == '\n') {
                return i + 1;
            }
        }
        if (most < text.length() && text.charAt(most) == '\n') {
            return most + 1;
        }
        boolean splitsPair = most < text.length() && Character.isHighSurrogate(text.charAt(most - 1));
        return splitsPair ? most - 1 : most;
    }

    public int count() {
        return starts.length;
    }

    /// The whole text.
    public String text() {
        return text;
    }

    /// One line, without its line break.
    public String line(int index) {
        int end = index + 1 < starts.length ? starts[index + 1] : text.length();
        String line = text.substring(starts[index], end);
        return line.endsWith("\r\n") ? line.substring(0, line.length() - 2)
                : line.endsWith("\n") ? line.substring(0, line.length() - 1) : line;
    }

    public List<Run> runs(int index) {
        return colours.apply(line(index));
    }

    /// Place in the whole text of a character of a line.
    public int offset(int line, int column) {
        return Math.min(text.length(), starts[line] + column);
    }

    /// The line that holds a place of the whole text.
    public int lineAt(int offset) {
        int found = Arrays.binarySearch(starts, offset);
        return found >= 0 ? found : -found - 2;
    }

    public int columnAt(int offset) {
        return offset - starts[lineAt(offset)];
    }
}
