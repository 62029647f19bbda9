package dev.brokerscope.core.query;

import dev.brokerscope.api.broker.CursorEvent;
import dev.brokerscope.api.broker.GapReason;
import dev.brokerscope.api.message.AttributeValue;
import dev.brokerscope.api.message.Bytes;
import dev.brokerscope.api.message.Header;
import dev.brokerscope.api.message.HeaderType;
import dev.brokerscope.api.message.Headers;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.api.message.Position;
import dev.brokerscope.api.message.TimestampType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Entries as bytes, for this process only: `int length of the head, int size of the value or -1, head, value`.
final class EntryCodec {

    private static final int PREFIX = 2 * Integer.BYTES;
    private static final int MESSAGE = 0;
    private static final int GAP = 1;

    ByteBuffer encode(Entry entry) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        DataOutputStream out = new DataOutputStream(bytes);
        int valueSize = -1;
        switch (entry) {
            case Entry.Message(var message) -> {
                out.writeByte(MESSAGE);
                writeHead(message, out);
                valueSize = message.valueSize();
            }
            case Entry.Gap(var gap) -> {
                out.writeByte(GAP);
                writePosition(gap.from(), out);
                writePosition(gap.next(), out);
                out.writeByte(gap.reason().ordinal());
                out.writeBoolean(gap.measured());
            }
        }
        ByteBuffer buffer = ByteBuffer.allocate(PREFIX + bytes.size() + Math.max(0, valueSize));
        buffer.putInt(bytes.size()).putInt(valueSize).put(bytes.toByteArray());
        if (entry instanceof Entry.Message(var message)) {
            message.copyValue(buffer.array(), buffer.position());
        }
        return buffer.rewind();
    }

    static ResultRow decode(FileChannel entries, long at, long number, int valueLimit) throws IOException {
        ByteBuffer prefix = ResultStore.read(entries, at, PREFIX);
        int headSize = prefix.getInt();
        int valueSize = prefix.getInt();
        int wanted = Math.clamp(valueSize, 0, valueLimit);
        byte[] head = ResultStore.read(entries, at + PREFIX, headSize).array();
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(head));
        if (in.readByte() == GAP) {
            CursorEvent.Gap gap = new CursorEvent.Gap(readPosition(in), readPosition(in),
                    GapReason.values()[in.readByte()], in.readBoolean());
            return new ResultRow(number, new Entry.Gap(gap), -1, false);
        }
        byte[] value = ResultStore.read(entries, at + PREFIX + headSize, wanted).array();
        Message.Builder message = readHead(in);
        return new ResultRow(number, new Entry.Message((valueSize < 0 ? message : message.value(value)).build()),
                valueSize, wanted < valueSize);
    }

    private static void writeHead(Message message, DataOutputStream out) throws IOException {
        writePosition(message.position(), out);
        out.writeLong(message.timestamp());
        out.writeInt(message.timestampNanos());
        out.writeByte(message.timestampType().ordinal());
        writeBytes(message.key(), out);
        out.writeInt(message.headers().size());
        for (Header header : message.headers().list()) {
            writeBytes(Optional.of(header.name()), out);
            out.writeByte(header.type().ordinal());
            writeBytes(header.value(), out);
        }
        writeAttributes(message, out);
    }

    private static Message.Builder readHead(DataInputStream in) throws IOException {
        Message.Builder message = Message.at(readPosition(in));
        long timestamp = in.readLong();
        message.nanos(in.readInt()).timestamp(timestamp, TimestampType.values()[in.readByte()]).key(readBytes(in));
        int count = in.readInt();
        List<Header> headers = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            Bytes name = readBytes(in).orElse(Bytes.EMPTY);
            headers.add(new Header(name, HeaderType.values()[in.readByte()], readBytes(in)));
        }
        return message.headers(Headers.of(headers)).attributes(readAttributes(in));
    }

    private static void writeAttributes(Message message, DataOutputStream out) throws IOException {
        out.writeInt(message.attributeCount());
        for (int i = 0; i < message.attributeCount(); i++) {
            Optional<AttributeValue> attribute = message.attribute(i);
            out.writeByte(attribute.isEmpty() ? -1 : switch (attribute.get()) {
                case AttributeValue.Text t -> 0;
                case AttributeValue.Whole w -> 1;
                case AttributeValue.Real r -> 2;
                case AttributeValue.Flag f -> 3;
                case AttributeValue.Binary b -> 4;
            });
            if (attribute.isPresent()) {
                switch (attribute.get()) {
                    case AttributeValue.Text(var text) -> writeBytes(Optional.of(Bytes.utf8(text)), out);
                    case AttributeValue.Whole(var whole) -> out.writeLong(whole);
                    case AttributeValue.Real(var real) -> out.writeDouble(real);
                    case AttributeValue.Flag(var flag) -> out.writeBoolean(flag);
                    case AttributeValue.Binary(var binary) -> writeBytes(Optional.of(binary), out);
                }
            }
        }
    }

    private static List<Optional<AttributeValue>> readAttributes(DataInputStream in) throws IOException {
        int count = in.readInt();
        List<Optional<AttributeValue>> attributes = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            attributes.add(switch (in.readByte()) {
                case 0 -> readBytes(in).map(b -> new AttributeValue.Text(b.utf8()));
                case 1 -> Optional.of(new AttributeValue.Whole(in.readLong()));
                case 2 -> Optional.of(new AttributeValue.Real(in.readDouble()));
                case 3 -> Optional.of(new AttributeValue.Flag(in.readBoolean()));
                case 4 -> readBytes(in).map(AttributeValue.Binary::new);
                default -> Optional.empty();
            });
        }
        return attributes;
    }

    private static void writePosition(Position position, DataOutputStream out) throws IOException {
        out.writeInt(position.partition());
        out.writeLong(position.hi());
        out.writeLong(position.lo());
    }

    private static Position readPosition(DataInputStream in) throws IOException {
        return new Position(in.readInt(), in.readLong(), in.readLong());
    }

    private static void writeBytes(Optional<Bytes> bytes, DataOutputStream out) throws IOException {
        out.writeInt(bytes.map(Bytes::size).orElse(-1));
        if (bytes.isPresent()) {
            bytes.get().writeTo(out);
        }
    }

    private static Optional<Bytes> readBytes(DataInputStream in) throws IOException {
        int size = in.readInt();
        return size < 0 ? Optional.empty() : Optional.of(Bytes.wrap(in.readNBytes(size)));
    }
}
