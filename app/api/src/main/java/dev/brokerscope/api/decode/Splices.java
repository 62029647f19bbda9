package dev.brokerscope.api.decode;

import dev.brokerscope.api.message.Bytes;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/// Replacements of ranges of a payload, in their order, for rewriters of text formats. One thread.
public final class Splices {

    private record Splice(int from, int to, byte[] with) {}

    private final Bytes payload;
    private final List<Splice> splices = new ArrayList<>();

    public Splices(Bytes payload) {
        this.payload = payload;
    }

    /// @param from not before the end of the range replaced last
    public void replace(int from, int to, byte[] with) {
        if (from > to || !splices.isEmpty() && from < splices.getLast().to()) {
            throw new IllegalArgumentException("range [" + from + ", " + to + ") is not behind the last one");
        }
        splices.add(new Splice(from, to, with));
    }

    /// The payload with all replacements.
    public Bytes result() {
        if (splices.isEmpty()) {
            return payload;
        }
        byte[] original = payload.toArray();
        ByteArrayOutputStream out = new ByteArrayOutputStream(original.length + 64);
        int at = 0;
        for (Splice splice : splices) {
            out.write(original, at, splice.from() - at);
            out.writeBytes(splice.with());
            at = splice.to();
        }
        out.write(original, at, original.length - at);
        return Bytes.wrap(out.toByteArray());
    }
}
