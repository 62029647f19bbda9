package dev.brokerscope.plugin.xml;

import com.ctc.wstx.exc.WstxEOFException;
import com.ctc.wstx.exc.WstxUnexpectedCharException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;

/// Why and where reading stopped, in words for people instead of the parser's.
///
/// @param at index of the character
record XmlStop(String reason, int at) {

    private static final Pattern CLOSE_TAG = Pattern.compile("Unexpected close tag (</[^>]*>); expected (</[^>]*>)");
    private static final Pattern PREFIX = Pattern.compile("(?:Undeclared|Unbound) namespace prefix \"([^\"]*)\"");
    private static final Pattern TWICE = Pattern.compile("Duplicate attribute '([^']*)'");
    private static final Pattern ENTITY = Pattern.compile("Undeclared (?:general )?entity \"([^\"]*)\"");

    /// @param inside the innermost open element, empty outside of all
    static XmlStop of(XMLStreamException e, String text, String inside) {
        if (e instanceof WstxEOFException) {
            return atEnd(text, inside);
        }
        int at = e.getLocation() == null ? text.length() : e.getLocation().getCharacterOffset();
        int index = Math.max(0, Math.min(at, text.length()));
        String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        Matcher close = CLOSE_TAG.matcher(message);
        if (close.find()) {
            return new XmlStop(close.group(1) + " where " + close.group(2) + " should stand", index);
        }
        Matcher prefix = PREFIX.matcher(message);
        if (prefix.find()) {
            return new XmlStop("the prefix " + prefix.group(1) + ", which is not declared", index);
        }
        Matcher twice = TWICE.matcher(message);
        if (twice.find()) {
            return new XmlStop("the attribute " + twice.group(1) + " stands twice", index);
        }
        Matcher entity = ENTITY.matcher(message);
        if (entity.find()) {
            return new XmlStop("the entity " + entity.group(1) + ", which is not declared", index);
        }
        if (e instanceof WstxUnexpectedCharException unexpected) {
            char c = unexpected.getChar();
            String shown = c > 0x20 && c < 0x7F ? String.valueOf(c) : String.format("U+%04X", (int) c);
            return new XmlStop("unexpected " + shown, index);
        }
        return new XmlStop(message.isEmpty() ? "not XML" : message, index);
    }

    static XmlStop atEnd(String text, String inside) {
        return new XmlStop(
                inside.isEmpty() ? "ends before the document is complete" : "ends inside the element " + inside,
                text.length());
    }
}
