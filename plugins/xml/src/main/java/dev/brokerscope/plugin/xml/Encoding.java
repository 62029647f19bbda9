package dev.brokerscope.plugin.xml;

import dev.brokerscope.api.message.Bytes;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The encoding of a document: a byte order mark, the look of its first bytes, its declaration, else UTF-8, in the order
/// of appendix F of the XML specification.
///
/// @param skip bytes of a byte order mark
/// @param unknown the declared encoding, where nobody here knows it
record Encoding(Charset charset, int skip, Optional<String> unknown) {

    private static final int DECLARATION = 256;
    private static final Pattern DECLARED = Pattern.compile("^<\\?xml\\s[^>]*?encoding\\s*=\\s*[\"']([^\"']*)[\"']");

    static Encoding of(Bytes bytes) {
        if (starts(bytes, 0xEF, 0xBB, 0xBF)) {
            return known(StandardCharsets.UTF_8, 3);
        }
        if (starts(bytes, 0xFE, 0xFF)) {
            return known(StandardCharsets.UTF_16BE, 2);
        }
        if (starts(bytes, 0xFF, 0xFE)) {
            return known(StandardCharsets.UTF_16LE, 2);
        }
        if (starts(bytes, 0, '<')) {
            return known(StandardCharsets.UTF_16BE, 0);
        }
        if (starts(bytes, '<', 0)) {
            return known(StandardCharsets.UTF_16LE, 0);
        }
        return declared(bytes);
    }

    private static Encoding declared(Bytes bytes) {
        String head = bytes.slice(0, Math.min(bytes.size(), DECLARATION)).text(StandardCharsets.ISO_8859_1);
        Matcher declaration = DECLARED.matcher(head);
        if (!declaration.find()) {
            return known(StandardCharsets.UTF_8, 0);
        }
        String name = declaration.group(1);
        try {
            Charset charset = Charset.forName(name);
            // could the declaration be read byte by byte, it is not of two bytes each
            boolean wide = charset.name().startsWith("UTF-16") || charset.name().startsWith("UTF-32");
            return known(wide ? StandardCharsets.UTF_8 : charset, 0);
        } catch (IllegalArgumentException e) {
            return new Encoding(StandardCharsets.UTF_8, 0, Optional.of(name));
        }
    }

    private static Encoding known(Charset charset, int skip) {
        return new Encoding(charset, skip, Optional.empty());
    }

    private static boolean starts(Bytes bytes, int... wanted) {
        if (bytes.size() < wanted.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if ((bytes.at(i) & 0xFF) != wanted[i]) {
                return false;
            }
        }
        return true;
    }
}
