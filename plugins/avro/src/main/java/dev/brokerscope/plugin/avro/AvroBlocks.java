package dev.brokerscope.plugin.avro;

import dev.brokerscope.api.decode.Node;
import dev.brokerscope.api.decode.NodeKind;
import java.util.ArrayList;
import java.util.List;

/// Arrays and maps: blocks of items, each with a count before it, the last one with a count of zero.
final class AvroBlocks {

    private final Input in;
    private final String name;
    private final String type;
    private final NodeKind kind;
    private final List<Node> children = new ArrayList<>();

    interface Item {
        Node read(int index) throws Stop, InterruptedException;
    }

    AvroBlocks(Input in, String name, String type, String typePrefix, NodeKind kind) {
        this.in = in;
        this.name = name;
        this.type = typePrefix + type;
        this.kind = kind;
    }

    /// @param outerLead bytes before the first count: a union's branch, a map's key
    Node read(int from, int outerLead, Item item) throws Stop, InterruptedException {
        int start = in.position();
        int lead = outerLead;
        try {
            long count = count();
            lead += in.position() - start;
            while (count != 0) {
                for (long i = 0; i < count; i++) {
                    children.add(item.read(children.size()));
                }
                count = count();
            }
        } catch (Stop stop) {
            int index = children.size();
            stop.partial().ifPresent(children::add);
            throw stop.within(node(from, lead), "[" + index + "]");
        }
        return node(from, lead);
    }

    /// A negative count is followed by the block's size in bytes, which only those need who skip it.
    private long count() throws Stop {
        int at = in.position();
        long count = in.number("a count");
        if (count < 0) {
            in.number("the size of a block");
            count = -count;
        }
        if (count < 0) {
            throw in.stop("a block of too many items", at);
        }
        return count;
    }

    private Node node(int from, int lead) {
        return Node.structure(name, kind, type, in.range(from, in.position(), lead), children);
    }
}
