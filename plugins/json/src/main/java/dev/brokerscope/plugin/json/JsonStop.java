package dev.brokerscope.plugin.json;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import dev.brokerscope.api.decode.NodeKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;

/// Why and where a reading stopped, in words for people instead of the parser's.
///
/// @param at index into the document
/// @param cutText what could be read of a string that never closed
record JsonStop(String reason, int at, Optional<String> cutText) {

    JsonStop(String reason, int at) {
        this(reason, at, Optional.empty());
    }

    static JsonStop of(IOException e, byte[] bytes, Deque<Frame> open) {
        if (e instanceof JsonEOFException eof) {
            return atEnd(eof, bytes, open);
        }
        int at = e instanceof JsonProcessingException p && p.getLocation() != null
                ? (int) Math.max(0, Math.min(p.getLocation().getByteOffset(), bytes.length))
                : bytes.length;
        if (e instanceof StreamConstraintsException) {
            boolean deep = open.size() >= JsonDecoder.DEEPEST - 1;
            return new JsonStop(deep ? "deeper than " + JsonDecoder.DEEPEST + " levels" : "a number that is too long",
                    at);
        }
        String message = e instanceof JsonParseException p ? p.getOriginalMessage() : String.valueOf(e.getMessage());
        return inside(message, bytes, at, open);
    }

    private static JsonStop atEnd(JsonEOFException eof, byte[] bytes, Deque<Frame> open) {
        JsonToken token = eof.getTokenBeingDecoded();
        if (token == JsonToken.VALUE_STRING) {
            return new JsonStop("ends inside a string", bytes.length, Optional.of(openString(bytes)));
        }
        if (token == JsonToken.FIELD_NAME) {
            return new JsonStop("ends inside a name", bytes.length);
        }
        return between(bytes, open);
    }

    private static JsonStop between(byte[] bytes, Deque<Frame> open) {
        if (open.isEmpty()) {
            return new JsonStop("ends before a value", bytes.length);
        }
        return new JsonStop(open.element().kind() == NodeKind.ARRAY ? "ends inside an array" : "ends inside an object",
                bytes.length);
    }

    /// The text behind the last quote, escapes as they are.
    private static String openString(byte[] bytes) {
        for (int i = bytes.length - 1; i >= 0; i--) {
            if (bytes[i] == '"' && !escaped(bytes, i)) {
                return new String(bytes, i + 1, bytes.length - i - 1, StandardCharsets.UTF_8);
            }
        }
        return "";
    }

    private static boolean escaped(byte[] bytes, int quote) {
        int slashes = 0;
        while (quote - slashes > 0 && bytes[quote - slashes - 1] == '\\') {
            slashes++;
        }
        return slashes % 2 == 1;
    }

    private static JsonStop inside(String message, byte[] bytes, int at, Deque<Frame> open) {
        if (message.startsWith("Unrecognized token '")) {
            int from = message.indexOf('\'') + 1;
            return word(message.substring(from, Math.max(from, message.indexOf('\'', from))), bytes, at);
        }
        if (message.startsWith("Invalid UTF-8")) {
            return new JsonStop("a byte that is not UTF-8", Math.max(0, at - 1));
        }
        if (message.startsWith("Illegal unquoted character")) {
            return new JsonStop("a control character inside a string", Math.max(0, at - 1));
        }
        if (message.startsWith("Unrecognized character escape")) {
            return new JsonStop("an unknown escape inside a string", Math.max(0, at - 1));
        }
        if (message.contains("leading zero") || message.contains("Leading zero")) {
            return new JsonStop("a number with a leading zero", at);
        }
        return at >= bytes.length ? between(bytes, open) : character(bytes, at);
    }

    /// The parser's index stands before, within or behind the word.
    private static JsonStop word(String word, byte[] bytes, int at) {
        byte[] wanted = word.getBytes(StandardCharsets.UTF_8);
        int begin = at;
        while (begin > Math.max(0, at - wanted.length) && !stands(wanted, bytes, begin)) {
            begin--;
        }
        return begin + wanted.length >= bytes.length
                ? new JsonStop("ends inside a word", bytes.length)
                : new JsonStop("the word " + word + " where a value should stand", begin);
    }

    private static boolean stands(byte[] wanted, byte[] bytes, int at) {
        return at + wanted.length <= bytes.length
                && Arrays.equals(wanted, 0, wanted.length, bytes, at, at + wanted.length);
    }

    private static JsonStop character(byte[] bytes, int at) {
        int c = bytes[at] & 0xFF;
        String shown = c > 0x20 && c < 0x7F ? String.valueOf((char) c) : String.format("0x%02x", c);
        return new JsonStop("unexpected " + shown, at);
    }
}
