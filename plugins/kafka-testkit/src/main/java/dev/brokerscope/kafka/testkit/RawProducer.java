package dev.brokerscope.kafka.testkit;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/// Writes what Kafka's Java client refuses to write and other clients have written: records with a time before 1970,
/// or with none (-1). Speaks Produce version 7 with record batches of format 2, as the protocol guide of Apache Kafka
/// describes them, over the plain listener.
public record RawProducer(KafkaServer server) {

    private static final int PRODUCE = 0;
    private static final int VERSION = 7;
    private static final int TIMEOUT = 10_000;
    private static final int NO_PRODUCER = -1;

    /// Writes one record and returns its offset.
    public long send(String topic, int partition, long timestamp, byte[] key, byte[] value) throws IOException {
        String[] address = server.bootstrapServers().split(":");
        try (Socket socket = new Socket(address[0], Integer.parseInt(address[1]))) {
            socket.setSoTimeout(TIMEOUT);
            byte[] request = request(topic, partition, batch(timestamp, record(key, value)));
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            out.writeInt(request.length);
            out.write(request);
            out.flush();
            return offset(new DataInputStream(socket.getInputStream()), topic);
        }
    }

    private static byte[] request(String topic, int partition, byte[] batch) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeShort(PRODUCE);
        out.writeShort(VERSION);
        out.writeInt(1);
        text(out, "raw");
        out.writeShort(-1);
        out.writeShort(-1);
        out.writeInt(TIMEOUT);
        out.writeInt(1);
        text(out, topic);
        out.writeInt(1);
        out.writeInt(partition);
        out.writeInt(batch.length);
        out.write(batch);
        return bytes.toByteArray();
    }

    private static byte[] batch(long timestamp, byte[] record) {
        ByteBuffer checked = ByteBuffer.allocate(40 + record.length);
        checked.putShort((short) 0).putInt(0).putLong(timestamp).putLong(timestamp);
        checked.putLong(NO_PRODUCER).putShort((short) NO_PRODUCER).putInt(NO_PRODUCER);
        checked.putInt(1).put(record).flip();
        CRC32C crc = new CRC32C();
        crc.update(checked.duplicate());
        ByteBuffer batch = ByteBuffer.allocate(21 + checked.remaining());
        batch.putLong(0).putInt(9 + checked.remaining()).putInt(-1).put((byte) 2).putInt((int) crc.getValue());
        return batch.put(checked).array();
    }

    private static byte[] record(byte[] key, byte[] value) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.write(0);
        variable(body, 0);
        variable(body, 0);
        variable(body, key.length);
        body.write(key);
        variable(body, value.length);
        body.write(value);
        variable(body, 0);
        ByteArrayOutputStream record = new ByteArrayOutputStream();
        variable(record, body.size());
        body.writeTo(record);
        return record.toByteArray();
    }

    /// Zigzag, seven bits a byte.
    private static void variable(ByteArrayOutputStream out, int number) {
        int rest = number << 1 ^ number >> 31;
        for (; (rest & ~0x7f) != 0; rest >>>= 7) {
            out.write(rest & 0x7f | 0x80);
        }
        out.write(rest);
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeShort(bytes.length);
        out.write(bytes);
    }

    private static long offset(DataInputStream in, String topic) throws IOException {
        in.skipNBytes(4 + 4 + 4 + 2 + topic.getBytes(StandardCharsets.UTF_8).length + 4 + 4);
        int error = in.readShort();
        if (error != 0) {
            throw new IOException("The broker refused the record with error code " + error);
        }
        return in.readLong();
    }
}
