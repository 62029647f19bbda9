package dev.brokerscope.archive.block;

import dev.brokerscope.api.message.Bytes;
import dev.brokerscope.api.message.Header;
import dev.brokerscope.api.message.Headers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The headers of one message, parsed when first asked for. Checked before, so that parsing cannot fail. Any thread:
/// parsing twice gives the same.
final class StoredHeaders implements Headers {

    private final byte[] raw;
    private final int count;
    private volatile @Nullable List<Header> parsed;

    StoredHeaders(byte[] raw, int count) {
        this.raw = raw;
        this.count = count;
    }

    @Override
    public int size() {
        return count;
    }

    @Override
    public Header get(int index) {
        return list().get(index);
    }

    @Override
    public List<Header> list() {
        List<Header> known = parsed;
        if (known == null) {
            try {
                known = parse(raw, count);
            } catch (DamagedBlockException e) {
                throw new IllegalStateException("headers were not checked before they were handed out", e);
            }
            parsed = known;
        }
        return known;
    }

    /// Checks that the bytes hold exactly so many headers.
    static void check(byte[] raw, int from, int size, int count) throws DamagedBlockException {
        ByteSource in = new ByteSource(raw, from, from + size);
        for (int i = 0; i < count; i++) {
            in.skip(in.size());
            Codes.header(in.u8());
            skipValue(in);
        }
        if (in.hasMore()) {
            throw new DamagedBlockException("its headers are longer than stated");
        }
    }

    /// Adds the canonical form of headers that were checked.
    ///
    /// @return bytes of names and values
    static long canonical(byte[] raw, int from, int size, int count, ByteSink out) {
        ByteSource in = new ByteSource(raw, from, from + size);
        long bytes = 0;
        try {
            for (int i = 0; i < count; i++) {
                int name = in.size();
                out.i32(name).bytes(raw, in.skip(name), name).u8(in.u8());
                int value = (int) in.uvarint() - 1;
                out.i32(value).bytes(raw, in.skip(Math.max(0, value)), Math.max(0, value));
                bytes += name + (long) Math.max(0, value);
            }
            return bytes;
        } catch (DamagedBlockException e) {
            throw new IllegalStateException("headers were not checked before they were hashed", e);
        }
    }

    private static void skipValue(ByteSource in) throws DamagedBlockException {
        long coded = in.uvarint();
        if (coded < 0 || coded > Integer.MAX_VALUE) {
            throw new DamagedBlockException("the size of a header is absurd");
        }
        in.skip(Math.max(0, (int) coded - 1));
    }

    private static List<Header> parse(byte[] raw, int count) throws DamagedBlockException {
        ByteSource in = new ByteSource(raw, 0, raw.length);
        List<Header> headers = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int nameSize = in.size();
            Bytes name = Bytes.wrap(raw, in.skip(nameSize), nameSize);
            var type = Codes.header(in.u8());
            int valueSize = (int) in.uvarint() - 1;
            Optional<Bytes> value = valueSize < 0
                    ? Optional.empty()
                    : Optional.of(Bytes.wrap(raw, in.skip(valueSize), valueSize));
            headers.add(new Header(name, type, value));
        }
        return List.copyOf(headers);
    }
}
