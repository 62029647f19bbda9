package dev.brokerscope.desktop.job;

import dev.brokerscope.desktop.ui.Tone;
import java.util.List;

/// The report of an ended job, in the words of the window.
///
/// @param mark how it ended
/// @param sentence what happened, with names and numbers
/// @param remedy what to do; may be empty
/// @param details technical text, folded away; may be empty
public record ReportText(JobWords.Mark mark, String sentence, String remedy, String details, List<Part> parts) {

    /// A titled list of lines.
    ///
    /// @param remark beside the title; may be empty
    public record Part(String title, String remark, List<Line> lines) {
        public Part {
            lines = List.copyOf(lines);
        }
    }

    /// @param label may be empty: then the value is a sentence
    /// @param tone of the value
    public record Line(String label, String value, Tone tone) {

        static Line of(String label, String value) {
            return new Line(label, value, Tone.PLAIN);
        }

        static Line sentence(String words, Tone tone) {
            return new Line("", words, tone);
        }
    }

    public ReportText {
        parts = List.copyOf(parts);
    }
}
