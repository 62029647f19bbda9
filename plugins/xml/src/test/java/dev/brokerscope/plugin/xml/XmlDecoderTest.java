package dev.brokerscope.plugin.xml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brokerscope.api.decode.Assessment;
import dev.brokerscope.api.decode.Decoded;
import dev.brokerscope.api.decode.Decoder;
import dev.brokerscope.api.decode.Node;
import dev.brokerscope.api.decode.NodeKind;
import dev.brokerscope.api.decode.Sample;
import dev.brokerscope.api.message.Bytes;
import dev.brokerscope.testkit.decode.DecoderContract;
import dev.brokerscope.testkit.decode.Trees;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class XmlDecoderTest extends DecoderContract {

    private static final String INVOICE = """
            <?xml version="1.0" encoding="UTF-8"?>
            <!-- sent by billing -->
            <i:invoice xmlns:i="urn:invoices" xmlns="urn:x" id='7' i:currency="EUR">
              <customer>Müller &amp; Söhne</customer>
              <note>mixed <b>bold</b> text</note>
              <raw><![CDATA[a < b]]></raw>
              <?print now?>
              <empty/>
            </i:invoice>
            """;

    private final XmlDecoder decoder = new XmlDecoder();

    @Override
    protected Decoder decoder() {
        return decoder;
    }

    @Override
    protected List<Sample> good() {
        return List.of(sample(INVOICE), sample("<a/>"), encoded("ISO-8859-1", StandardCharsets.ISO_8859_1),
                encoded("UTF-16", StandardCharsets.UTF_16), encoded("UTF-16LE", StandardCharsets.UTF_16LE),
                encoded("Shift_JIS", Charset.forName("Shift_JIS")), sample("<a b='1'>x<c>y</c> <!--z--></a> "));
    }

    @Override
    protected List<Sample> broken() {
        return List.of(sample("<a><b>text</b>"), sample("<a><b></a>"), sample("<a b='1' b='2'/>"), sample("<a"),
                sample("<p:a/>"), sample("<a>&undeclared</a>"), sample(Bytes.hex("3c613effff3c2f613e")),
                sample("<?xml version='1.0' encoding='klingon'?><a/>"));
    }

    private static Sample encoded(String name, Charset charset) {
        return sample(Bytes.wrap(("<?xml version=\"1.0\" encoding=\"" + name + "\"?><a b=\"x\">" + (name.startsWith("S")
                ? "日本"
                : "Müller") + "</a>").getBytes(charset)));
    }

    private Decoded.Tree tree(Sample sample) {
        return assertInstanceOf(Decoded.Tree.class, decoder.decode(sample, schemas()));
    }

    private Decoded.Malformed malformed(String xml) {
        return assertInstanceOf(Decoded.Malformed.class, decoder.decode(sample(xml), schemas()));
    }

    private static Node element(Node parent, String name) {
        return parent.children().stream().filter(n -> n.name().equals(name)).findFirst().orElseThrow();
    }

    private static String part(String xml, Node node) {
        return Bytes.utf8(xml).slice(node.range().from(), node.range().to()).utf8();
    }

    @Test
    void keepsEverythingADocumentHolds() {
        Node document = tree(sample(INVOICE)).root();
        assertEquals(List.of(NodeKind.COMMENT, NodeKind.ELEMENT),
                document.children().stream().map(Node::kind).toList());
        Node invoice = document.children().get(1);
        assertEquals("i:invoice", invoice.name());
        assertEquals("element · urn:invoices", invoice.type());
        assertEquals(List.of("xmlns:i", "xmlns", "id", "i:currency", "customer", "note", "raw", "print", "empty"),
                invoice.children().stream().map(Node::name).toList());
        assertEquals("EUR", element(invoice, "i:currency").text());
        assertEquals("attribute · urn:invoices", element(invoice, "i:currency").type());
        assertEquals("Müller & Söhne", element(invoice, "customer").children().getFirst().text());
        assertEquals(List.of("mixed ", "", " text"),
                element(invoice, "note").children().stream().map(Node::text).toList());
        assertEquals(NodeKind.CDATA, element(invoice, "raw").children().getFirst().kind());
        assertEquals("a < b", element(invoice, "raw").children().getFirst().text());
        assertEquals("now", element(invoice, "print").text());
    }

    @Test
    void knowsTheBytesOfElementsAttributesAndText() {
        Node invoice = tree(sample(INVOICE)).root().children().get(1);
        Node customer = element(invoice, "customer");
        assertEquals("<customer>Müller &amp; Söhne</customer>", part(INVOICE, customer));
        assertEquals("<customer>".length(), customer.range().lead());
        assertEquals("Müller &amp; Söhne", part(INVOICE, customer.children().getFirst()));
        assertEquals("i:currency=\"EUR\"", part(INVOICE, element(invoice, "i:currency")));
        assertEquals("id='7'", part(INVOICE, element(invoice, "id")));
        assertEquals("<![CDATA[a < b]]>", part(INVOICE, element(invoice, "raw").children().getFirst()));
        assertEquals("<?print now?>", part(INVOICE, element(invoice, "print")));
        assertEquals("<empty/>", part(INVOICE, element(invoice, "empty")));
    }

    @Test
    void readsDeclaredEncodings() {
        for (Sample sample : good().subList(2, 5)) {
            Node root = tree(sample).root();
            assertEquals("Müller", root.children().getLast().text());
            Charset charset = Charset.forName(tree(sample).notes().getFirst().substring("encoded in ".length()));
            Node text = root.children().getLast();
            assertEquals("Müller", sample.bytes().slice(text.range().from(), text.range().to()).text(charset));
        }
        assertEquals("日本", tree(good().get(5)).root().children().getLast().text());
    }

    @Test
    void keepsSpaceOnlyWhereItIsContent() {
        assertEquals(1, tree(sample("<a> <b/> </a>")).root().children().size());
        assertEquals(4, tree(sample("<a xml:space='preserve'> <b/> </a>")).root().children().size());
        assertEquals(" ", tree(sample("<a> </a>")).root().children().getFirst().text());
    }

    @Test
    void tellsWhatIsBrokenAndKeepsTheRest() {
        Decoded.Malformed cut = malformed("<a x='1'><b>text</b><c>mo");
        assertEquals("ends inside the element c", cut.reason());
        assertEquals(25, cut.at());
        Node read = cut.partial().orElseThrow();
        assertEquals(List.of("x", "b", "c"), read.children().stream().map(Node::name).toList());
        assertEquals("</a> where </b> should stand", malformed("<a><b></a>").reason());
        assertEquals("the attribute b stands twice", malformed("<a b='1' b='2'/>").reason());
        assertEquals("the prefix p, which is not declared", malformed("<p:a/>").reason());
        Decoded.Malformed bytes = assertInstanceOf(Decoded.Malformed.class,
                decoder.decode(sample(Bytes.hex("3c613effff3c2f613e")), schemas()));
        assertEquals("a byte that is not UTF-8", bytes.reason());
        assertEquals(3, bytes.at());
        assertEquals("declares the encoding klingon, which nobody knows here",
                malformed("<?xml version='1.0' encoding='klingon'?><a/>").reason());
    }

    @Test
    void notesWhatFollowsTheDocument() {
        assertEquals(List.of("what follows the document from byte 4 is not XML: unexpected t"),
                tree(sample("<a/>trailing")).notes());
    }

    @Test
    void fetchesNothing(@TempDir Path folder) throws Exception {
        Path secret = Files.writeString(folder.resolve("canary"), "canary");
        try (ServerSocket listener = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            listener.setSoTimeout(300);
            String server = "http://127.0.0.1:" + listener.getLocalPort();
            String xml = "<?xml version=\"1.0\"?><!DOCTYPE a SYSTEM \"" + server + "/dtd\" [<!ENTITY x SYSTEM \""
                    + secret.toUri() + "\"><!ENTITY y SYSTEM \"" + server + "/y\"><!ENTITY % p SYSTEM \"" + server
                    + "/p\">%p;]><a>&x;&y;</a>";
            Decoded decoded = decoder.decode(sample(xml), schemas());
            assertFalse(decoded.toString().contains("canary"), decoded::toString);
            org.junit.jupiter.api.Assertions.assertThrows(SocketTimeoutException.class, listener::accept);
        }
    }

    @Test
    void laughsAtABillionLaughs() {
        StringBuilder xml = new StringBuilder("<!DOCTYPE l [<!ENTITY l0 \"lol\">");
        for (int i = 1; i < 12; i++) {
            xml.append("<!ENTITY l").append(i).append(" \"").append(("&l" + (i - 1) + ";").repeat(10)).append("\">");
        }
        Decoded.Tree tree = tree(sample(xml + "]><l>&l11;</l>"));
        assertEquals("&l11;", tree.root().children().getFirst().text());
        assertEquals(List.of("has a document type, which is not followed"), tree.notes());
    }

    @Test
    void readsLegalDocumentsThatOthersRefuse() {
        assertEquals(500, Trees.depth(tree(sample("<a>".repeat(500) + "</a>".repeat(500))).root()));
        StringBuilder many = new StringBuilder("<a");
        for (int i = 0; i < 5_000; i++) {
            many.append(" a").append(i).append("='").append(i).append('\'');
        }
        assertEquals(5_000, tree(sample(many + "/>")).root().children().size());
    }

    @Test
    void stopsAtAThousandLevels() {
        Decoded.Malformed deep = malformed("<a>".repeat(100_000));
        assertEquals("deeper than 1000 levels", deep.reason());
        assertTrue(Trees.depth(deep.partial().orElseThrow()) <= 1_001);
    }

    @Test
    void leavesTextInAngleBracketsToText() {
        assertTrue(decoder.assess(sample("<- see above")).likelihood() < Assessment.POSSIBLE);
        assertTrue(decoder.assess(sample("<alice@example.org> wrote")).likelihood() < Assessment.POSSIBLE);
        assertTrue(decoder.assess(sample("<init> of the class")).likelihood() < 50);
        assertTrue(decoder.assess(sample("<a><b>tex")).likelihood() >= Assessment.LIKELY);
    }
}
