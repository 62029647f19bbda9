package dev.brokerscope.plugin.rabbitmq.stream;

import java.util.zip.CRC32;

/// What a stream stores and sends as one: messages with following offsets and one time.
///
/// @param first the offset of the first message
/// @param count messages inside
/// @param time milliseconds since the epoch, by the server's clock
record Chunk(long first, long count, long time, long checksum, byte[] data) {

    /// The offset behind the last message.
    long end() {
        return first + count;
    }

    boolean isIntact() {
        CRC32 crc = new CRC32();
        crc.update(data, 0, data.length);
        return crc.getValue() == checksum;
    }
}
