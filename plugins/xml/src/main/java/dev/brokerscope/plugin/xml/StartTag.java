package dev.brokerscope.plugin.xml;

import java.util.LinkedHashMap;
import java.util.Map;

/// Where the attributes of a well-formed start tag stand, in their order; readers tell only their values.
final class StartTag {

    /// @param from index of the name
    /// @param lead characters up to the value
    record Place(int from, int to, int lead) {}

    private StartTag() {}

    /// By qualified name.
    static Map<String, Place> attributes(String text, int from, int to) {
        Map<String, Place> places = new LinkedHashMap<>();
        int at = from + 1;
        while (at < to && !Character.isWhitespace(text.charAt(at)) && text.charAt(at) != '>') {
            at++;
        }
        while (at < to) {
            int equals = text.indexOf('=', at);
            if (equals < 0 || equals >= to) {
                break;
            }
            int open = equals + 1;
            while (open < to && Character.isWhitespace(text.charAt(open))) {
                open++;
            }
            int close = open < to ? text.indexOf(text.charAt(open), open + 1) : -1;
            if (close < 0 || close >= to) {
                break;
            }
            int name = at;
            while (name < equals && Character.isWhitespace(text.charAt(name))) {
                name++;
            }
            places.put(text.substring(name, equals).strip(), new Place(name, close + 1, open + 1 - name));
            at = close + 1;
        }
        return places;
    }
}
