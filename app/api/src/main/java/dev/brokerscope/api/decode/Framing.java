package dev.brokerscope.api.decode;

import dev.brokerscope.api.message.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// How serializers name the schema of a payload, in bytes before it or in a header beside it: Confluent's prefix and
/// header, Apicurio's prefixes of 4 and 8 bytes and its headers. The same for every format.
///
/// @param prefix so many bytes before the data name the schema; 0 where a header does
/// @param words for people: `schema id 42 in the first 5 bytes`
public record Framing(SchemaId id, int prefix, String words) {

    private static final int MAGIC_ID = 0;
    private static final int MAGIC_GUID = 1;
    private static final int GUID_SIZE = 16;

    /// Whether bytes that begin so may have a prefix.
    public static boolean mayBegin(byte first) {
        return first == MAGIC_ID || first == MAGIC_GUID;
    }

    /// What the sample may name, the likeliest first; a look only, so a prefix may be chance.
    public static List<Framing> of(Sample sample) {
        List<Framing> found = new ArrayList<>();
        if (sample.side() != Sample.Side.HEADER && !sample.headers().isEmpty()) {
            fromHeaders(sample, found);
        }
        fromPrefix(sample.bytes(), found);
        return found;
    }

    private static void fromHeaders(Sample sample, List<Framing> found) {
        String side = sample.side() == Sample.Side.KEY ? "key" : "value";
        String guidHeader = "__" + side + "_schema_id";
        header(sample, guidHeader).filter(v -> v.size() >= 1 + GUID_SIZE && v.at(0) == MAGIC_GUID)
                .ifPresent(v -> found.add(new Framing(guid(v), 0, "schema GUID in the header " + guidHeader)));
        number(sample, "apicurio." + side + ".contentId", "content", found);
        number(sample, "apicurio." + side + ".globalId", "global", found);
    }

    private static void number(Sample sample, String name, String scheme, List<Framing> found) {
        header(sample, name).filter(v -> v.size() == Long.BYTES).map(v -> v.buffer().getLong())
                .ifPresent(n -> found.add(new Framing(SchemaId.of(scheme, n), 0,
                        "schema " + scheme + " id " + n + " in the header " + name)));
    }

    private static Optional<Bytes> header(Sample sample, String name) {
        return sample.headers().last(name).flatMap(h -> h.value());
    }

    private static void fromPrefix(Bytes bytes, List<Framing> found) {
        if (bytes.size() >= 1 + Integer.BYTES && bytes.at(0) == MAGIC_ID) {
            int id = bytes.buffer().getInt(1);
            if (id > 0) {
                found.add(new Framing(SchemaId.of("id", id), 5, "schema id " + id + " in the first 5 bytes"));
            } else if (id == 0 && bytes.size() >= 1 + Long.BYTES && bytes.buffer().getLong(1) > 0) {
                long global = bytes.buffer().getLong(1);
                found.add(new Framing(SchemaId.of("global", global), 9,
                        "schema global id " + global + " in the first 9 bytes"));
            }
        }
        if (bytes.size() >= 1 + GUID_SIZE && bytes.at(0) == MAGIC_GUID && isUuid(bytes)) {
            found.add(new Framing(guid(bytes), 1 + GUID_SIZE, "schema GUID in the first 17 bytes"));
        }
    }

    /// Version and variant bits of a UUID: chance passes one time in hundreds.
    private static boolean isUuid(Bytes bytes) {
        int version = (bytes.at(7) & 0xFF) >> 4;
        return version >= 1 && version <= 8 && (bytes.at(9) & 0xC0) == 0x80;
    }

    private static SchemaId guid(Bytes bytes) {
        return SchemaId.of("guid", new UUID(bytes.buffer().getLong(1), bytes.buffer().getLong(9)));
    }
}
