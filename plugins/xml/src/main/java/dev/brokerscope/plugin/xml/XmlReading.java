package dev.brokerscope.plugin.xml;

import dev.brokerscope.api.decode.ByteRange;
import dev.brokerscope.api.decode.Decoded;
import dev.brokerscope.api.decode.Node;
import dev.brokerscope.api.decode.NodeKind;
import dev.brokerscope.plugin.xml.StartTag.Place;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLInputFactory2;
import org.codehaus.stax2.XMLStreamReader2;
import org.jspecify.annotations.Nullable;

/// One reading of a document, event by event, without recursion.
final class XmlReading {

    static final int DEEPEST = 1_000;
    private static final int MOST_NODES = 1_000_000;

    private final XMLInputFactory2 factory;
    private final Source source;
    private final BytePositions positions;
    private final Deque<OpenElement> open = new ArrayDeque<>();
    private final List<Node> roots = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private int nodes;
    private int end;

    XmlReading(XMLInputFactory2 factory, Source source) {
        this.factory = factory;
        this.source = source;
        positions = source.positions();
        if (!source.isUtf8()) {
            notes.add("encoded in " + source.charset());
        }
    }

    Decoded read() {
        try {
            XMLStreamReader2 reader = (XMLStreamReader2) factory.createXMLStreamReader(new StringReader(source.text()));
            try {
                Optional<XmlStop> stop = Optional.empty();
                while (stop.isEmpty() && reader.hasNext()) {
                    stop = take(reader, reader.next());
                }
                return stop.isPresent() ? stopped(stop.get()) : complete();
            } finally {
                reader.close();
            }
        } catch (XMLStreamException e) {
            return stopped(XmlStop.of(e, source.text(), open.isEmpty() ? "" : open.element().name()));
        }
    }

    private Optional<XmlStop> take(XMLStreamReader2 reader, int event) throws XMLStreamException {
        int from = (int) reader.getLocationInfo().getStartingCharOffset();
        int to = (int) reader.getLocationInfo().getEndingCharOffset();
        end = Math.max(end, to);
        nodes++;
        if (open.size() >= DEEPEST || nodes > MOST_NODES) {
            return Optional.of(new XmlStop(nodes > MOST_NODES
                    ? "more than " + MOST_NODES + " nodes"
                    : "deeper than " + DEEPEST + " levels", from));
        }
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> open.push(start(reader, from, to));
            case XMLStreamConstants.END_ELEMENT -> close(to);
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.SPACE ->
                    text(NodeKind.TEXT, reader.getText(), "text", from, to);
            case XMLStreamConstants.CDATA -> text(NodeKind.CDATA, reader.getText(), "CDATA", from, to);
            case XMLStreamConstants.ENTITY_REFERENCE ->
                    text(NodeKind.TEXT, "&" + reader.getLocalName() + ";", "text", from, to);
            case XMLStreamConstants.COMMENT -> add(scalar("", NodeKind.COMMENT, reader.getText(), "comment", from, to));
            case XMLStreamConstants.PROCESSING_INSTRUCTION -> add(scalar(reader.getPITarget(), NodeKind.INSTRUCTION,
                    Optional.ofNullable(reader.getPIData()).orElse("").strip(), "instruction", from, to));
            case XMLStreamConstants.DTD -> notes.add("has a document type, which is not followed");
            default -> {}
        }
        return Optional.empty();
    }

    private OpenElement start(XMLStreamReader2 reader, int from, int to) {
        String space = Optional.ofNullable(reader.getAttributeValue("http://www.w3.org/XML/1998/namespace", "space"))
                .orElse("");
        boolean inherited = !open.isEmpty() && open.element().keepsSpace();
        OpenElement element = new OpenElement(qualified(reader.getPrefix(), reader.getLocalName()),
                typed("element", reader.getNamespaceURI()), from, to - from,
                space.equals("preserve") || inherited && !space.equals("default"));
        if (reader.getNamespaceCount() + reader.getAttributeCount() > 0) {
            attributes(reader, StartTag.attributes(source.text(), from, to), element);
        }
        return element;
    }

    /// In the order of the document, declarations of namespaces among them.
    private void attributes(XMLStreamReader2 reader, Map<String, Place> places, OpenElement element) {
        Map<String, Node> nodesByName = new LinkedHashMap<>();
        places.keySet().forEach(name -> nodesByName.put(name, Node.scalar(name, NodeKind.ATTRIBUTE, "", "attribute",
                ByteRange.NONE)));
        for (int i = 0; i < reader.getNamespaceCount(); i++) {
            String prefix = Optional.ofNullable(reader.getNamespacePrefix(i)).orElse("");
            String name = prefix.isEmpty() ? "xmlns" : "xmlns:" + prefix;
            put(nodesByName, places, name, Optional.ofNullable(reader.getNamespaceURI(i)).orElse(""), "namespace");
        }
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            put(nodesByName, places, qualified(reader.getAttributePrefix(i), reader.getAttributeLocalName(i)),
                    reader.getAttributeValue(i), typed("attribute", reader.getAttributeNamespace(i)));
        }
        nodesByName.values().forEach(element::add);
        nodes += nodesByName.size();
    }

    private void put(Map<String, Node> into, Map<String, Place> places, String name, String value, String type) {
        Place place = places.getOrDefault(name, new Place(0, 0, 0));
        into.put(name, Node.scalar(name, NodeKind.ATTRIBUTE, value, type,
                positions.range(place.from(), place.to(), place.lead())));
    }

    private static String qualified(@Nullable String prefix, String local) {
        return prefix == null || prefix.isEmpty() ? local : prefix + ":" + local;
    }

    private static String typed(String type, @Nullable String namespace) {
        return namespace == null || namespace.isEmpty() ? type : type + " · " + namespace;
    }

    private Node scalar(String name, NodeKind kind, String text, String type, int from, int to) {
        return Node.scalar(name, kind, text, type, positions.range(from, to, 0));
    }

    private void text(NodeKind kind, String text, String type, int from, int to) {
        if (!open.isEmpty()) {
            open.element().add(scalar("", kind, text, type, from, to));
        }
    }

    private void add(Node node) {
        if (open.isEmpty()) {
            roots.add(node);
        } else {
            open.element().add(node);
        }
    }

    private void close(int to) {
        OpenElement element = open.pop();
        add(element.close(positions.range(element.from(), to, element.lead())));
    }

    private Node root() {
        if (roots.size() == 1) {
            return roots.getFirst();
        }
        return Node.structure("", NodeKind.ARRAY, "document", positions.range(0, source.text().length(), 0), roots);
    }

    private boolean hasElement() {
        return roots.stream().anyMatch(n -> n.kind() == NodeKind.ELEMENT);
    }

    private Decoded complete() {
        return source.wrongByte().isPresent()
                ? stopped(XmlStop.atEnd(source.text(), ""))
                : new Decoded.Tree(root(), notes, Optional.empty());
    }

    private Decoded stopped(XmlStop stop) {
        if (open.isEmpty() && hasElement()) {
            int at = source.wrongByte().orElseGet(() -> positions.index(stop.at()));
            notes.add("what follows the document from byte " + at + " is not XML: " + stop.reason());
            return new Decoded.Tree(root(), notes, Optional.empty());
        }
        int last = Math.max(stop.at(), end);
        while (!open.isEmpty()) {
            close(last);
        }
        Optional<Node> partial = roots.isEmpty() ? Optional.empty() : Optional.of(root());
        boolean byByte = source.wrongByte().isPresent() && stop.at() >= source.text().length();
        return byByte
                ? new Decoded.Malformed("a byte that is not " + source.charset(), source.wrongByte().get(), partial,
                        Optional.empty())
                : new Decoded.Malformed(stop.reason(), positions.index(stop.at()), partial, Optional.empty());
    }
}
