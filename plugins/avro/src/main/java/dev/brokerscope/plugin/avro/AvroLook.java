package dev.brokerscope.plugin.avro;

import dev.brokerscope.api.decode.Assessment;
import dev.brokerscope.api.decode.Framing;
import dev.brokerscope.api.decode.Sample;
import dev.brokerscope.api.decode.Sample.Side;
import dev.brokerscope.api.decode.SchemaId;
import dev.brokerscope.api.message.Bytes;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/// How Avro announces itself.
final class AvroLook {

    private static final int SINGLE_OBJECT = 10;
    private static final int IN_HEADER = 85;
    private static final int PREFIX = 80;
    private static final int LIKE_A_NUMBER = 40;

    private AvroLook() {}

    static boolean isContainer(Bytes bytes) {
        return bytes.size() >= 4 && bytes.at(0) == 'O' && bytes.at(1) == 'b' && bytes.at(2) == 'j' && bytes.at(3) == 1;
    }

    /// The schemas the sample may name, the likeliest first.
    static List<Framing> framings(Sample sample) {
        List<Framing> found = new ArrayList<>(Framing.of(sample));
        Bytes bytes = sample.bytes();
        if (isSingleObject(bytes)) {
            long fingerprint = bytes.buffer().order(ByteOrder.LITTLE_ENDIAN).getLong(2);
            found.add(new Framing(SchemaId.of("fingerprint", String.format("%016x", fingerprint)), SINGLE_OBJECT,
                    "mark of a single object and a schema fingerprint in the first 10 bytes"));
        }
        return found;
    }

    static boolean maySingleObjectBegin(byte first) {
        return first == (byte) 0xC3;
    }

    private static boolean isSingleObject(Bytes bytes) {
        return bytes.size() >= SINGLE_OBJECT && maySingleObjectBegin(bytes.at(0)) && bytes.at(1) == 1;
    }

    static Assessment assess(Sample sample) {
        if (isContainer(sample.bytes())) {
            return new Assessment(Assessment.CERTAIN, "begins like a container file");
        }
        if (sample.schema().isPresent()) {
            return new Assessment(Assessment.LIKELY, "a schema was picked by hand");
        }
        List<Framing> framings = framings(sample);
        if (framings.isEmpty()) {
            return Assessment.no("names no schema");
        }
        if (sample.side() == Side.HEADER) {
            return Assessment.no("headers carry no schema ids");
        }
        if (isJson(sample)) {
            return Assessment.no("a header says that it is encoded as JSON");
        }
        Framing first = framings.getFirst();
        return new Assessment(likelihood(sample.bytes(), first), first.words());
    }

    private static int likelihood(Bytes bytes, Framing framing) {
        if (framing.prefix() == 0) {
            return IN_HEADER;
        }
        // eight bytes may as well be a number
        boolean number = bytes.size() == Long.BYTES || bytes.size() == framing.prefix() && framing.prefix() != 5;
        return number ? LIKE_A_NUMBER : PREFIX;
    }

    private static boolean isJson(Sample sample) {
        String header = "apicurio." + (sample.side() == Side.KEY ? "key" : "value") + ".encoding";
        return sample.headers().last(header).flatMap(h -> h.value()).map(v -> v.utf8().equals("JSON")).orElse(false);
    }
}
