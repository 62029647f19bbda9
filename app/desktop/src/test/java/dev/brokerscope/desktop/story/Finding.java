package dev.brokerscope.desktop.story;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;

/// Walks through the nodes that can be seen. FX thread only.
final class Finding {

    private Finding() {
    }

    static Optional<Node> first(Node from, Look look) {
        if (!from.isVisible()) {
            return Optional.empty();
        }
        if (look.fits(from)) {
            return Optional.of(from);
        }
        if (from instanceof Parent parent) {
            for (Node child : parent.getChildrenUnmodifiable()) {
                Optional<Node> found = first(child, look);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    static void all(Node from, Look look, List<Node> found) {
        if (from.isVisible() && look.fits(from)) {
            found.add(from);
        }
        if (from.isVisible() && from instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> all(child, look, found));
        }
    }
}
