package dev.brokerscope.testkit.decode;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brokerscope.api.decode.ByteRange;
import dev.brokerscope.api.decode.Node;
import java.util.ArrayDeque;
import java.util.Deque;

/// Checks of decoded trees; none of them recurses, so that a tree that is too deep fails with a sentence.
public final class Trees {

    private record Step(Node node, ByteRange within, int depth) {}

    private Trees() {}

    /// Every known range lies within the payload and within the nearest known range above it.
    public static void assertRanges(Node root, int size, String what) {
        Deque<Step> open = new ArrayDeque<>();
        open.push(new Step(root, ByteRange.of(0, size), 1));
        while (!open.isEmpty()) {
            Step step = open.pop();
            ByteRange range = step.node().range();
            boolean known = !range.equals(ByteRange.NONE);
            assertTrue(!known || range.from() >= step.within().from() && range.to() <= step.within().to(),
                    () -> "the range " + range + " of \"" + step.node().name() + "\" leaves " + step.within() + ", "
                            + what);
            for (Node child : step.node().children()) {
                open.push(new Step(child, known ? range : step.within(), step.depth() + 1));
            }
        }
    }

    /// Levels below the root, the root included.
    public static int depth(Node root) {
        int deepest = 0;
        Deque<Step> open = new ArrayDeque<>();
        open.push(new Step(root, ByteRange.NONE, 1));
        while (!open.isEmpty()) {
            Step step = open.pop();
            deepest = Math.max(deepest, step.depth());
            step.node().children().forEach(c -> open.push(new Step(c, ByteRange.NONE, step.depth() + 1)));
        }
        return deepest;
    }

    public static int count(Node root) {
        int nodes = 0;
        Deque<Node> open = new ArrayDeque<>();
        open.push(root);
        while (!open.isEmpty()) {
            nodes++;
            open.pop().children().forEach(open::push);
        }
        return nodes;
    }
}
