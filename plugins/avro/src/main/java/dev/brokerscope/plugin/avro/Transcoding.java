package dev.brokerscope.plugin.avro;

import dev.brokerscope.api.decode.NodeKind;
import dev.brokerscope.api.decode.ValueEdit;
import dev.brokerscope.api.decode.ValueEdit.Change;
import dev.brokerscope.api.message.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.util.Utf8;

/// One pass over a value: read, asked about, written. Bytes that were found sound before. One thread, used once.
final class Transcoding {

    /// A change that does not fit.
    static final class Impossible extends Exception {
        private static final long serialVersionUID = 1;
        private final String reason;

        Impossible(String reason) {
            super(reason);
            this.reason = reason;
        }

        String reason() {
            return reason;
        }
    }

    private final BinaryDecoder in;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final BinaryEncoder out = EncoderFactory.get().directBinaryEncoder(bytes, null);
    private final ValueEdit edit;
    private final List<String> path = new ArrayList<>();

    /// @param schema of the union a value is a branch of
    private record Branch(Schema schema, int index) {}

    Transcoding(Bytes body, ValueEdit edit) {
        this.in = DecoderFactory.get().binaryDecoder(body.toArray(), null);
        this.edit = edit;
    }

    Bytes of(Schema schema) throws Impossible {
        try {
            value(schema);
            out.flush();
            return Bytes.wrap(bytes.toByteArray());
        } catch (IOException | AvroRuntimeException e) {
            throw new Impossible("it cannot be written anew: " + e.getClass().getSimpleName());
        }
    }

    private void value(Schema schema) throws IOException, Impossible {
        if (schema.getType() == Schema.Type.UNION) {
            int index = in.readIndex();
            value(schema.getTypes().get(index), Optional.of(new Branch(schema, index)));
        } else {
            value(schema, Optional.empty());
        }
    }

    private void value(Schema schema, Optional<Branch> branch) throws IOException, Impossible {
        switch (schema.getType()) {
            case RECORD -> structure(schema, NodeKind.OBJECT, branch);
            case ARRAY -> structure(schema, NodeKind.ARRAY, branch);
            case MAP -> structure(schema, NodeKind.MAP, branch);
            case ENUM, STRING, BYTES, INT, LONG, FLOAT, DOUBLE, BOOLEAN, NULL, FIXED -> scalar(schema, branch);
            case UNION -> throw new Impossible("a union stands directly in a union");
        }
    }

    private void structure(Schema schema, NodeKind kind, Optional<Branch> branch) throws IOException, Impossible {
        switch (edit.of(path, kind, "")) {
            case Change.Keep _ -> {
                index(branch);
                switch (kind) {
                    case OBJECT -> fields(schema);
                    case ARRAY -> elements(schema.getElementType());
                    default -> entries(schema.getValueType());
                }
            }
            case Change.Null _ -> {
                GenericDatumReader.skip(schema, in);
                absent(branch);
            }
            case Change.Text _ -> throw new Impossible(here() + " is no single value");
        }
    }

    private void fields(Schema record) throws IOException, Impossible {
        for (Schema.Field field : record.getFields()) {
            path.addLast(field.name());
            value(field.schema());
            path.removeLast();
        }
    }

    private void elements(Schema element) throws IOException, Impossible {
        out.writeArrayStart();
        int index = 0;
        for (long block = in.readArrayStart(); block > 0; block = in.arrayNext()) {
            out.setItemCount(block);
            for (long i = 0; i < block; i++) {
                out.startItem();
                path.addLast(String.valueOf(index++));
                value(element);
                path.removeLast();
            }
        }
        out.writeArrayEnd();
    }

    private void entries(Schema value) throws IOException, Impossible {
        out.writeMapStart();
        for (long block = in.readMapStart(); block > 0; block = in.mapNext()) {
            out.setItemCount(block);
            for (long i = 0; i < block; i++) {
                out.startItem();
                Utf8 key = in.readString(null);
                out.writeString(key);
                path.addLast(key.toString());
                value(value);
                path.removeLast();
            }
        }
        out.writeMapEnd();
    }

    private void scalar(Schema schema, Optional<Branch> branch) throws IOException, Impossible {
        ScalarValue value = ScalarValue.read(schema, in);
        Change change = schema.getType() == Schema.Type.NULL
                ? new Change.Keep()
                : edit.of(path, value.kind(), value.text());
        switch (change) {
            case Change.Keep _ -> {
                index(branch);
                value.write(schema, out);
            }
            case Change.Null _ -> absent(branch);
            case Change.Text(String text) -> {
                index(branch);
                ScalarValue.of(schema, text)
                        .orElseThrow(() -> new Impossible(here() + " takes no such value, as it is of type "
                                + schema.getType().getName()))
                        .write(schema, out);
            }
        }
    }

    private void index(Optional<Branch> branch) throws IOException {
        if (branch.isPresent()) {
            out.writeIndex(branch.get().index());
        }
    }

    private void absent(Optional<Branch> branch) throws IOException, Impossible {
        int index = -1;
        if (branch.isPresent()) {
            List<Schema> types = branch.get().schema().getTypes();
            for (int i = 0; i < types.size(); i++) {
                index = types.get(i).getType() == Schema.Type.NULL ? i : index;
            }
        }
        if (index < 0) {
            throw new Impossible(here() + " cannot be null under its schema");
        }
        out.writeIndex(index);
        out.writeNull();
    }

    private String here() {
        return path.isEmpty() ? "the value" : String.join(".", path);
    }
}
