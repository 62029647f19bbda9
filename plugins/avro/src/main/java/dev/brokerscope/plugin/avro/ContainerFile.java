package dev.brokerscope.plugin.avro;

import dev.brokerscope.api.decode.ByteRange;
import dev.brokerscope.api.decode.Decoded;
import dev.brokerscope.api.decode.Decoded.UsedSchema;
import dev.brokerscope.api.decode.Node;
import dev.brokerscope.api.decode.NodeKind;
import dev.brokerscope.api.decode.SchemaId;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.message.Bytes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An Avro object container file: its records as one list. Of compressed blocks only the block's place is known.
final class ContainerFile {

    private static final int MAGIC = 4;
    private static final int SYNC = 16;

    private final Bytes bytes;
    private final ParsedSchemas parsed;
    private final List<Node> records = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private int unpackedTotal;

    ContainerFile(Bytes bytes, ParsedSchemas parsed) {
        this.bytes = bytes;
        this.parsed = parsed;
    }

    Decoded read() throws InterruptedException {
        Input in = Input.of(bytes, 0);
        Optional<UsedSchema> used = Optional.empty();
        try {
            in.take(MAGIC, "the mark");
            Map<String, Bytes> metadata = metadata(in);
            Bytes sync = in.take(SYNC, "the sync marker");
            String text = metadata.getOrDefault("avro.schema", Bytes.EMPTY).utf8();
            WriterSchema schema = parsed.of(new SchemaId("embedded"), text, "The schema in the container file");
            used = Optional.of(schema.used());
            String codec = metadata.getOrDefault("avro.codec", Bytes.utf8("null")).utf8();
            notes.add("container file, codec " + codec);
            blocks(in, schema, codec, sync);
            return new Decoded.Tree(list(), notes, used);
        } catch (Stop stop) {
            return new Decoded.Malformed(stop.reason(), stop.at(), Optional.of(list()), used);
        } catch (FaultException e) {
            return new Decoded.Malformed("the schema in the container file is not valid", MAGIC, Optional.empty(),
                    used);
        }
    }

    private Node list() {
        return Node.structure("", NodeKind.ARRAY, "container file", ByteRange.of(0, bytes.size()), records);
    }

    private static Map<String, Bytes> metadata(Input in) throws Stop {
        Map<String, Bytes> entries = new HashMap<>();
        for (long count = in.number("the metadata"); count != 0; count = in.number("the metadata")) {
            if (count < 0) {
                in.number("the metadata");
                count = -count;
            }
            for (long i = 0; i < count; i++) {
                String key = in.take(in.length("a metadata key"), "a metadata key").utf8();
                entries.put(key, in.take(in.length("a metadata value"), "a metadata value"));
            }
        }
        return entries;
    }

    private void blocks(Input in, WriterSchema schema, String codec, Bytes sync) throws Stop, InterruptedException {
        Limits limits = codec.equals("null") ? Limits.of(bytes.size()) : Limits.ofPacked();
        while (in.left() > 0) {
            int at = in.position();
            long count = in.number("the count of a block");
            if (count < 0) {
                throw in.stop("a block of " + count + " records", at);
            }
            int size = in.length("a block");
            int from = in.position();
            Input content = content(in, from, size, codec);
            records(content, count, schema, limits);
            if (content.left() > 0) {
                throw content.stop(content.left() + " bytes are left behind the records of a block",
                        content.position());
            }
            in.take(size, "a block");
            int marker = in.position();
            if (!in.take(SYNC, "a sync marker").equals(sync)) {
                throw in.stop("a sync marker that is not the file's", marker);
            }
        }
    }

    private Input content(Input in, int from, int size, String codec) throws Stop {
        Bytes block = bytes.slice(from, from + size);
        if (codec.equals("null")) {
            return Input.of(bytes.slice(0, from + size), from);
        }
        Bytes content = Unpacking.unpack(codec, block, from, unpackedTotal);
        unpackedTotal += content.size();
        return Input.unpacked(content, ByteRange.of(in.index(from), in.index(from + size)));
    }

    private void records(Input content, long count, WriterSchema schema, Limits limits)
            throws Stop, InterruptedException {
        AvroWalker walker = new AvroWalker(content, limits, notes);
        for (long i = 0; i < count; i++) {
            try {
                records.add(walker.value(String.valueOf(records.size()), schema.schema()));
            } catch (Stop stop) {
                int index = records.size();
                stop.partial().ifPresent(records::add);
                throw stop.within(list(), "[" + index + "]");
            }
        }
    }
}
