package dev.brokerscope.core.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.decode.Sample.Side;
import dev.brokerscope.api.message.Bytes;
import dev.brokerscope.api.message.Headers;
import dev.brokerscope.core.schema.SchemaChain;
import dev.brokerscope.plugin.avro.AvroDecoder;
import dev.brokerscope.plugin.json.JsonDecoder;
import dev.brokerscope.plugin.xml.XmlDecoder;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The three formats side by side, and XML shown as XML.
class XmlViewsTest {

    private static final String INVOICE = "<?xml version=\"1.0\"?><!-- x --><i:inv xmlns:i=\"urn:i\" status=\"a&lt;b\">"
            + "<n>mixed <b>bold</b> &amp; text</n><raw><![CDATA[a < b]]></raw><?go now?><e/></i:inv>";

    private final DecoderChain chain = new DecoderChain(
            List.of(new JsonDecoder(), new XmlDecoder(), new AvroDecoder()));

    private Decoding.Read read(String text) throws InterruptedException {
        return (Decoding.Read) chain.decode(payload(text), new SchemaChain(List.of()), Optional.empty());
    }

    private static Payload payload(String text) {
        return new Payload(Optional.of(Bytes.utf8(text)), Side.VALUE, ChannelId.of("topic", "t"), Headers.NONE, false);
    }

    @Test
    void writesXmlAsXml() throws Exception {
        assertEquals("""
                <!-- x -->
                <i:inv xmlns:i="urn:i" status="a&lt;b">
                  <n>mixed <b>bold</b> &amp; text</n>
                  <raw><![CDATA[a < b]]></raw>
                  <?go now?>
                  <e/>
                </i:inv>""", TreeText.of(read(INVOICE).root().orElseThrow()));
    }

    @Test
    void breaksLinesWhereTheTextDoes() throws Exception {
        Decoding.Read read = read("<a><b>one\n  two</b><!--x\ny--></a>");
        assertEquals("""
                <a>
                  <b>one
                  two</b>
                  <!--x
                y-->
                </a>""", TreeText.of(read.root().orElseThrow()));
        assertEquals("<a><b>one\\n  two</b><!--x\\ny--></a>", Preview.of(read).text());
    }

    @Test
    void previewsTheElementInOneLine() throws Exception {
        Preview preview = Preview.of(read(INVOICE));
        assertTrue(preview.text().startsWith("<i:inv xmlns:i=\"urn:i\" status=\"a&lt;b\"><n>mixed <b>bold</b>"),
                preview.text());
        assertTrue(preview.runs().contains(new Styled("\"a&lt;b\"", Syntax.STRING)));
    }

    @Test
    void writesElementsAsJson() throws Exception {
        assertEquals(
                "{\"name\":\"a\",\"attributes\":{\"b\":\"1\"},\"content\":[\"x\",{\"name\":\"c\"},{\"comment\":\"z\"}]}",
                TreeJson.of(read("<a b='1'>x<c/><!--z--></a>").root().orElseThrow()));
    }

    @Test
    void glancesAtTheBeginningOfALargeDocument() throws Exception {
        String large = "<list>" + "<item id=\"1\">text</item>".repeat(50_000) + "</list>";
        Glance glance = chain.glance(payload(large), new SchemaChain(List.of()), Optional.empty(), List.of());
        assertEquals("XML", glance.badge().text());
        assertTrue(glance.preview().text().startsWith("<list><item id=\"1\">text</item>"), glance.preview().text());
    }

    @Test
    void tellsTheFormatsApart() throws Exception {
        assertEquals("XML", read(INVOICE).badge().text());
        assertEquals("JSON", read("{\"xml\":\"<a/>\"}").badge().text());
        assertEquals("XML broken", read("<a><b>text").badge().text());
        assertEquals("Text", read("<alice@example.org> wrote").badge().text());
        Decoding.Read avro = (Decoding.Read) chain.decode(new Payload(Optional.of(Bytes.hex("000000002a5406746561")),
                Side.VALUE, ChannelId.of("topic", "t"), Headers.NONE, false), new SchemaChain(List.of()),
                Optional.empty());
        assertEquals("Avro", avro.badge().text());
        assertEquals(Badge.Severity.UNAVAILABLE, avro.badge().severity());
    }
}
