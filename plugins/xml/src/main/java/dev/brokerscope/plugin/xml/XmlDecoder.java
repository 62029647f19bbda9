package dev.brokerscope.plugin.xml;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import dev.brokerscope.api.decode.Assessment;
import dev.brokerscope.api.decode.Decoded;
import dev.brokerscope.api.decode.Decoder;
import dev.brokerscope.api.decode.Rewriter;
import dev.brokerscope.api.decode.Sample;
import dev.brokerscope.api.decode.SchemaSource;
import dev.brokerscope.api.message.Bytes;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import org.codehaus.stax2.XMLInputFactory2;

/// XML 1.0 with namespaces. Document types are skipped and entities never fetched or expanded; depth is bounded, size by
/// the payload.
public final class XmlDecoder implements Decoder {

    private static final int WHOLE = 90;
    private static final int BEGUN = 75;
    private static final int DOUBTFUL = 40;
    private static final Pattern TAG = Pattern.compile("<[\\p{L}_:][\\p{L}\\p{N}_:.\\-]*([\\s/>].*)?", Pattern.DOTALL);

    private final XMLInputFactory2 factory = factory();

    private static XMLInputFactory2 factory() {
        XMLInputFactory2 factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setProperty(XMLInputFactory2.P_LAZY_PARSING, false);
        factory.setProperty(WstxInputProperties.P_MIN_TEXT_SEGMENT, Integer.MAX_VALUE);
        // limits of its own that legal documents would meet; ours are depth and number of nodes
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, 100_000);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, Integer.MAX_VALUE);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, XmlReading.DEEPEST + 1);
        return factory;
    }

    @Override
    public String id() {
        return "xml";
    }

    @Override
    public String name() {
        return "XML";
    }

    @Override
    public Assessment assess(Sample sample) {
        Bytes bytes = sample.bytes();
        Encoding encoding = Encoding.of(bytes);
        int skip = encoding.skip();
        String head = bytes.slice(skip, Math.min(bytes.size(), skip + 512)).text(encoding.charset()).stripLeading();
        String tail = bytes.slice(Math.max(skip, (bytes.size() - 64) & ~1), bytes.size()).text(encoding.charset())
                .stripTrailing();
        boolean declared = head.startsWith("<?xml");
        if (!declared && !head.startsWith("<!--") && !head.startsWith("<!DOCTYPE") && !TAG.matcher(head).matches()) {
            return Assessment.no("does not start with a tag");
        }
        String start = declared ? "starts with an XML declaration" : "starts with <";
        if (tail.endsWith(">")) {
            return new Assessment(WHOLE, start + " and ends with >");
        }
        boolean more = declared || head.indexOf('<', 1) > 0 || head.contains("=\"");
        return new Assessment(more ? BEGUN : DOUBTFUL, start + ", but does not end with >");
    }

    @Override
    public Optional<Rewriter> rewriter() {
        return Optional.of(new XmlRewriter(this));
    }

    @Override
    public boolean mayReference(byte first) {
        return false;
    }

    @Override
    public Decoded decode(Sample sample, SchemaSource schemas) {
        Encoding encoding = Encoding.of(sample.bytes());
        if (encoding.unknown().isPresent()) {
            return new Decoded.Malformed(
                    "declares the encoding " + encoding.unknown().get() + ", which nobody knows here",
                    0, Optional.empty(), Optional.empty());
        }
        return new XmlReading(factory, Source.of(sample.bytes(), encoding)).read();
    }
}
