package dev.brokerscope.plugin.xml;

import dev.brokerscope.api.message.Bytes;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// A document as characters.
///
/// @param text up to the first byte that is not of the charset
/// @param skipped bytes of a byte order mark
/// @param wrongByte index of the first byte that is not of the charset
record Source(String text, Charset charset, int skipped, Optional<Integer> wrongByte) {

    static Source of(Bytes bytes, Encoding encoding) {
        Bytes rest = bytes.slice(encoding.skip(), bytes.size());
        ByteBuffer in = rest.buffer();
        CharsetDecoder decoder = encoding.charset().newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer out = CharBuffer.allocate((int) (rest.size() * (double) decoder.maxCharsPerByte()) + 1);
        CoderResult result = decoder.decode(in, out, true);
        Optional<Integer> wrong = result.isError() ? Optional.of(encoding.skip() + in.position()) : Optional.empty();
        return new Source(out.flip().toString(), encoding.charset(), encoding.skip(), wrong);
    }

    /// Turns indices of characters into indices of bytes.
    BytePositions positions() {
        return new BytePositions(text, charset, skipped);
    }

    boolean isUtf8() {
        return charset.equals(StandardCharsets.UTF_8);
    }
}
