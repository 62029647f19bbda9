package dev.brokerscope.api.message;

/// How a header's value is encoded: big-endian numbers, UTF-8 text. Wide enough for AMQP 0-9-1, AMQP 1.0 and JMS.
/// Brokers without types (Kafka, Redis) use `BYTES` only.
public enum HeaderType {
    BYTES, TEXT, BOOLEAN, INT8, INT16, INT32, INT64, UINT8, UINT16, UINT32, UINT64, FLOAT32, FLOAT64,
    /// Four bytes of scale, then the unscaled value in two's complement.
    DECIMAL,
    /// Milliseconds since the epoch, UTC.
    TIMESTAMP, UUID, CHARACTER, NULL,
    /// The broker's own encoding, restorable only there.
    NATIVE
}
