package dev.brokerscope.plugin.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.brokerscope.api.decode.ByteRange;
import dev.brokerscope.api.decode.Decoded;
import dev.brokerscope.api.decode.Node;
import dev.brokerscope.api.decode.NodeKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// One reading of a document, token by token, without recursion. A value's range covers its name too, which is its lead.
final class JsonReading {

    private static final int MOST_NOTES = 20;
    private static final int MOST_NODES = 1_000_000;

    private final JsonFactory factory;
    private final Document document;
    private final byte[] bytes;
    private final Deque<Frame> open = new ArrayDeque<>();
    private final List<Node> roots = new ArrayList<>();
    private final List<String> notes;
    private int end;
    private int nodes;

    JsonReading(JsonFactory factory, Document document) {
        this.factory = factory;
        this.document = document;
        bytes = document.utf8();
        notes = new ArrayList<>(document.notes());
    }

    Decoded read() {
        for (int i = 0; i < Math.min(4, bytes.length); i++) {
            if (bytes[i] == 0) {
                // the parser would take it for UTF-32
                return stopped(new JsonStop("unexpected 0x00", i));
            }
        }
        try (JsonParser parser = factory.createParser(bytes)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                boolean value = token != JsonToken.FIELD_NAME && !token.isStructEnd();
                if (value && nodes++ >= MOST_NODES) {
                    return stopped(new JsonStop("more than " + MOST_NODES + " values", start(parser)));
                }
                take(parser, token);
            }
        } catch (IOException e) {
            return stopped(JsonStop.of(e, bytes, open));
        } catch (IllegalStateException e) {
            return stopped(new JsonStop("names that were made to slow down a reader", end));
        }
        if (roots.isEmpty()) {
            return stopped(new JsonStop("no value at all", bytes.length));
        }
        return tree();
    }

    private void take(JsonParser parser, JsonToken token) throws IOException {
        switch (token) {
            case START_OBJECT -> open.push(start(parser, NodeKind.OBJECT));
            case START_ARRAY -> open.push(start(parser, NodeKind.ARRAY));
            case END_OBJECT, END_ARRAY -> {
                end = at(parser.currentLocation().getByteOffset());
                add(open.pop().close(range(0, end)));
            }
            case FIELD_NAME -> {
                String twice = open.element().name(parser.currentName(), start(parser));
                if (!twice.isEmpty() && notes.size() < MOST_NOTES) {
                    notes.add("name \"" + twice + "\" stands twice" + path());
                }
            }
            case VALUE_STRING -> scalar(parser, NodeKind.STRING, "string");
            case VALUE_NUMBER_INT -> scalar(parser, NodeKind.INTEGER, "number");
            case VALUE_NUMBER_FLOAT -> scalar(parser, NodeKind.DECIMAL, "number");
            case VALUE_TRUE, VALUE_FALSE -> scalar(parser, NodeKind.BOOLEAN, "boolean");
            case VALUE_NULL -> scalar(parser, NodeKind.NULL, "null");
            case VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE -> throw new IllegalStateException("token " + token);
        }
    }

    private Frame start(JsonParser parser, NodeKind kind) {
        int from = start(parser);
        end = from + 1;
        return open.isEmpty() ? new Frame("", kind, from, 0) : open.element().nested(kind, from);
    }

    private void scalar(JsonParser parser, NodeKind kind, String type) throws IOException {
        int from = start(parser);
        String text = parser.getText();
        end = at(parser.currentLocation().getByteOffset());
        if (open.isEmpty()) {
            add(Node.scalar("", kind, text, type, range(from, end, 0)));
        } else {
            Frame inside = open.element();
            int begin = inside.begin(from);
            add(Node.scalar(inside.nextName(), kind, text, type, range(begin, end, from - begin)));
        }
    }

    private void add(Node node) {
        if (open.isEmpty()) {
            roots.add(node);
        } else {
            open.element().add(node);
        }
    }

    private static int start(JsonParser parser) {
        return at(parser.currentTokenLocation().getByteOffset());
    }

    private static int at(long offset) {
        return (int) offset;
    }

    private ByteRange range(int from, int to) {
        return range(from, to, 0);
    }

    /// Of indices into the document. In UTF-16 nobody knows the bytes.
    private ByteRange range(int from, int to, int lead) {
        int shift = document.start();
        return document.exactIndices() ? new ByteRange(shift + from, shift + to, lead) : ByteRange.NONE;
    }

    private String path() {
        StringBuilder path = new StringBuilder();
        open.descendingIterator().forEachRemaining(f -> path.append(f.label().isEmpty() ? "" : "." + f.label()));
        return path.isEmpty() ? "" : " in " + path.substring(1);
    }

    private Decoded tree() {
        if (roots.size() == 1) {
            return new Decoded.Tree(roots.getFirst(), notes, Optional.empty());
        }
        notes.add(roots.size() + " documents one after another");
        return new Decoded.Tree(documents(), notes, Optional.empty());
    }

    private Node documents() {
        List<Node> numbered = new ArrayList<>();
        for (Node root : roots) {
            numbered.add(Frame.renamed(root, String.valueOf(numbered.size())));
        }
        return Node.structure("", NodeKind.ARRAY, "documents", range(0, bytes.length), numbered);
    }

    private Decoded stopped(JsonStop stop) {
        int at = Math.max(0, Math.min(stop.at(), bytes.length));
        if (open.isEmpty() && !roots.isEmpty()) {
            notes.add("what follows from byte " + inPayload(at) + " is not JSON: " + stop.reason());
            return tree();
        }
        int last = Math.max(end, at);
        stop.cutText().ifPresent(text -> cut(text, last));
        while (!open.isEmpty()) {
            add(open.pop().close(range(0, last)));
        }
        Optional<Node> partial = roots.isEmpty()
                ? Optional.empty()
                : Optional.of(roots.size() == 1 ? roots.getFirst() : documents());
        return new Decoded.Malformed(stop.reason(), inPayload(at), partial, Optional.empty());
    }

    private void cut(String text, int last) {
        if (!open.isEmpty() && open.element().awaitsValue()) {
            Frame inside = open.element();
            int begin = inside.begin(end);
            inside.add(Node.scalar(inside.nextName(), NodeKind.STRING, text, "string, cut", range(begin, last, 0)));
        }
    }

    private int inPayload(int at) {
        if (document.exactIndices()) {
            return document.start() + at;
        }
        int units = new String(bytes, 0, at, StandardCharsets.UTF_8).length();
        return Math.min(document.payload().size(), document.start() + 2 * units);
    }
}
