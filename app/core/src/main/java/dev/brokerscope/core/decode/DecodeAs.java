package dev.brokerscope.core.decode;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// A decoder picked by hand instead of the likeliest one.
///
/// @param decoder its id: `avro`, `text`
/// @param options of the decoder: `charset` for `text`
/// @param schemaFile for decoders that take a schema by hand; read again whenever it changes
public record DecodeAs(String decoder, Map<String, String> options, Optional<Path> schemaFile) {

    public DecodeAs {
        options = Map.copyOf(options);
    }

    public static DecodeAs of(String decoder) {
        return new DecodeAs(decoder, Map.of(), Optional.empty());
    }

    /// The notation of the command line: `avro`, `avro:order.avsc`, `text:ISO-8859-1`.
    public static DecodeAs parse(String notation) {
        int colon = notation.indexOf(':');
        if (colon < 0) {
            return of(notation);
        }
        String decoder = notation.substring(0, colon);
        String rest = notation.substring(colon + 1);
        return decoder.equals(TextDecoder.ID)
                ? new DecodeAs(decoder, Map.of(TextDecoder.CHARSET, rest), Optional.empty())
                : new DecodeAs(decoder, Map.of(), Optional.of(Path.of(rest)));
    }

    /// The reverse of `parse`.
    public String notation() {
        return decoder + schemaFile.map(f -> ":" + f)
                .or(() -> Optional.ofNullable(options.get(TextDecoder.CHARSET)).map(c -> ":" + c))
                .orElse("");
    }
}
