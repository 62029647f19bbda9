package dev.brokerscope.plugin.xml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.decode.Rewriter.Rewritten;
import dev.brokerscope.api.decode.Sample;
import dev.brokerscope.api.decode.ValueEdit;
import dev.brokerscope.api.message.Bytes;
import dev.brokerscope.api.message.Headers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Contents and attributes of XML are changed, the rest stays byte for byte.
class XmlRewriterTest {

    private static final String ORDER = """
            <?xml version="1.0"?>
            <order id='7' ><!-- c --><name>A &amp; B<![CDATA[ <c> ]]></name >
              <note>mixed <b>bold</b> text</note><empty/><none></none></order>
            """;

    private final XmlRewriter rewriter = new XmlRewriter(new XmlDecoder());

    @Test
    void whatIsKeptStaysByteForByte() {
        assertEquals(ORDER, text(rewrite(ORDER, (_, _, _) -> new ValueEdit.Change.Keep())));
    }

    @Test
    void contentsWithEntitiesAndSectionsAreOneValue() {
        List<String> seen = new ArrayList<>();
        String masked = text(rewrite(ORDER, (path, _, text) -> {
            boolean name = path.equals(List.of("order", "name"));
            if (name) {
                seen.add(text);
            }
            return name ? new ValueEdit.Change.Text("<é>") : new ValueEdit.Change.Keep();
        }));
        assertEquals(List.of("A & B <c> "), seen);
        assertEquals(ORDER.replace("A &amp; B<![CDATA[ <c> ]]>", "&lt;&#233;&gt;"), masked);
    }

    @Test
    void attributesAndTextAmongElementsAreValuesToo() {
        String masked = text(rewrite(ORDER, (path, _, _) -> path.getLast().equals("@id")
                ? new ValueEdit.Change.Text("'8'")
                : path.getLast().equals("#text") ? new ValueEdit.Change.Null() : new ValueEdit.Change.Keep()));
        assertEquals(ORDER.replace("'7'", "'&apos;8&apos;'").replace("mixed ", "").replace(" text", ""), masked);
    }

    @Test
    void aStructureIsEmptiedAsAWhole() {
        assertEquals("<a><b></b><c>1</c></a>", text(rewrite("<a><b>x<d>y</d></b><c>1</c></a>",
                (path, _, _) -> path.getLast().equals("b") ? new ValueEdit.Change.Null()
                        : new ValueEdit.Change.Keep())));
    }

    @Test
    void whatCouldHideSomethingIsRefused() {
        for (String refused : new String[]{"<a>x", "<!DOCTYPE a [<!ENTITY e 'secret'>]><a>x</a>", "<a/>secret",
            "<?xml version='1.0' encoding='UTF-16'?><a/>"}) {
            byte[] bytes = refused.getBytes(
                    refused.contains("UTF-16") ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8);
            assertInstanceOf(Rewritten.Impossible.class,
                    rewrite(Bytes.wrap(bytes), (_, _, _) -> new ValueEdit.Change.Keep()), refused);
        }
    }

    private Rewritten rewrite(String xml, ValueEdit edit) {
        return rewrite(Bytes.utf8(xml), edit);
    }

    private Rewritten rewrite(Bytes xml, ValueEdit edit) {
        return rewriter.rewrite(Sample.of(xml, Sample.Side.VALUE, ChannelId.of("topic", "t"), Headers.NONE), _ -> {
            throw new IllegalStateException("XML asks for no schema");
        }, edit);
    }

    private static String text(Rewritten result) {
        return assertInstanceOf(Rewritten.Done.class, result).bytes().utf8();
    }
}
