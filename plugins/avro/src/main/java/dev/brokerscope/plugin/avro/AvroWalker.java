package dev.brokerscope.plugin.avro;

import dev.brokerscope.api.decode.Node;
import dev.brokerscope.api.decode.NodeKind;
import dev.brokerscope.api.message.Bytes;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;

/// Walks one value along its schema.
final class AvroWalker {

    private final Input in;
    private final Limits limits;
    private final List<String> notes;

    /// @param notes takes what readers should know
    AvroWalker(Input in, Limits limits, List<String> notes) {
        this.in = in;
        this.limits = limits;
        this.notes = notes;
    }

    Node value(String name, Schema schema) throws Stop, InterruptedException {
        return value(name, schema, new Place(in.position(), 0, "", 1));
    }

    /// @param from where the value begins, what stands before it included
    /// @param lead so many bytes before it: a union's branch, a map's key
    /// @param typePrefix what stands before its type: `union → `
    private record Place(int from, int lead, String typePrefix, int depth) {
        Place leading(int more) {
            return new Place(from, lead + more, typePrefix, depth);
        }
    }

    private Node value(String name, Schema schema, Place place) throws Stop, InterruptedException {
        limits.count(place.depth(), in.index(in.position()));
        return switch (schema.getType()) {
            case RECORD -> record(name, schema, place);
            case ARRAY -> new AvroBlocks(in, name, "array of " + TypeNames.brief(schema.getElementType()),
                    place.typePrefix(), NodeKind.ARRAY)
                    .read(place.from(), place.lead(), index -> item(index, schema, place.depth()));
            case MAP -> new AvroBlocks(in, name, "map of " + TypeNames.brief(schema.getValueType()),
                    place.typePrefix(), NodeKind.MAP)
                    .read(place.from(), place.lead(), _ -> entry(schema, place.depth()));
            case UNION -> union(name, schema, place);
            case NULL -> scalar(name, NodeKind.NULL, "null", "null", place);
            case BOOLEAN -> scalar(name, NodeKind.BOOLEAN, bool(), "boolean", place);
            case INT -> made(name, LogicalText.of(schema, in.integer("an int")), place);
            case LONG -> made(name, LogicalText.of(schema, in.number("a long")), place);
            case FLOAT ->
                    scalar(name, NodeKind.FLOAT, Float.toString(Float.intBitsToFloat(little(4, "a float").getInt())),
                            "float", place);
            case DOUBLE -> scalar(name, NodeKind.FLOAT,
                    Double.toString(Double.longBitsToDouble(little(8, "a double").getLong())), "double", place);
            case ENUM -> symbol(name, schema, place);
            case STRING -> string(name, schema, place);
            case BYTES -> {
                int start = in.position();
                int length = in.length("a run of bytes");
                Place behind = place.leading(in.position() - start);
                yield made(name, LogicalText.of(schema, in.take(length, "a run of bytes")), behind);
            }
            case FIXED -> made(name,
                    LogicalText.of(schema, in.take(schema.getFixedSize(), "fixed " + schema.getName())), place);
        };
    }

    private Node record(String name, Schema schema, Place place) throws Stop, InterruptedException {
        List<Node> children = new ArrayList<>(schema.getFields().size());
        String type = place.typePrefix() + TypeNames.brief(schema);
        for (Field field : schema.getFields()) {
            try {
                children.add(value(field.name(), field.schema(), new Place(in.position(), 0, "", place.depth() + 1)));
            } catch (Stop stop) {
                stop.partial().ifPresent(children::add);
                throw stop.within(structure(name, type, place, children), field.name());
            }
        }
        return structure(name, type, place, children);
    }

    private Node structure(String name, String type, Place place, List<Node> children) {
        return Node.structure(name, NodeKind.OBJECT, type, in.range(place.from(), in.position(), place.lead()),
                children);
    }

    private Node item(int index, Schema array, int depth) throws Stop, InterruptedException {
        return value(String.valueOf(index), array.getElementType(), new Place(in.position(), 0, "", depth + 1));
    }

    private Node entry(Schema map, int depth) throws Stop, InterruptedException {
        int from = in.position();
        String key = in.take(in.length("a key"), "a key").utf8();
        return value(key, map.getValueType(), new Place(from, in.position() - from, "", depth + 1));
    }

    private Node union(String name, Schema schema, Place place) throws Stop, InterruptedException {
        int at = in.position();
        int branch = in.integer("the branch of a union");
        List<Schema> types = schema.getTypes();
        if (branch < 0 || branch >= types.size()) {
            throw in.stop("branch " + branch + " of a union of " + types.size(), at);
        }
        Place inner = new Place(place.from(), place.lead() + in.position() - at,
                place.typePrefix() + TypeNames.unionPrefix(types, branch), place.depth() + 1);
        return value(name, types.get(branch), inner);
    }

    private Node symbol(String name, Schema schema, Place place) throws Stop {
        int at = in.position();
        int symbol = in.integer("a symbol");
        List<String> symbols = schema.getEnumSymbols();
        if (symbol < 0 || symbol >= symbols.size()) {
            throw in.stop("symbol " + symbol + " of the enum " + schema.getName() + " with " + symbols.size(), at);
        }
        return scalar(name, NodeKind.ENUM, symbols.get(symbol), "enum " + schema.getName(), place);
    }

    private Node string(String name, Schema schema, Place place) throws Stop {
        int start = in.position();
        int length = in.length("a string");
        int lead = in.position() - start;
        Bytes text = in.take(length, "a string");
        if (!text.isUtf8() && notes.size() < 20) {
            notes.add("the string " + name + " holds bytes that are not UTF-8");
        }
        return scalar(name, NodeKind.STRING, text.utf8(), TypeNames.withLogical("string", schema), place.leading(lead));
    }

    private String bool() throws Stop {
        int at = in.position();
        byte b = in.take(1, "a boolean").at(0);
        if (b != 0 && b != 1) {
            throw in.stop("a byte of " + b + " where 0 or 1 should stand", at);
        }
        return b == 1 ? "true" : "false";
    }

    private java.nio.ByteBuffer little(int size, String what) throws Stop {
        return in.take(size, what).buffer().order(ByteOrder.LITTLE_ENDIAN);
    }

    private Node scalar(String name, NodeKind kind, String text, String type, Place place) {
        return made(name, LogicalText.plain(kind, text, type), place);
    }

    private Node made(String name, LogicalText text, Place place) {
        return new Node(name, text.kind(), text.text(), place.typePrefix() + text.type(), text.raw(),
                in.range(place.from(), in.position(), place.lead()), List.of());
    }
}
