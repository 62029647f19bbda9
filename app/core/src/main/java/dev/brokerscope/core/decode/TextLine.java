package dev.brokerscope.core.decode;

import dev.brokerscope.api.decode.Node;
import java.util.List;

/// One line of the pretty text of a tree.
///
/// @param indent in levels; not part of the runs
/// @param node whose bytes light up when the line is selected: the value that begins (or ends) on it
public record TextLine(int indent, List<Styled> runs, Node node) {

    public TextLine {
        runs = List.copyOf(runs);
    }

    /// Without colours, two spaces per level.
    public String text() {
        StringBuilder out = new StringBuilder("  ".repeat(indent));
        runs.forEach(r -> out.append(r.text()));
        return out.toString();
    }
}
