package dev.brokerscope.api.decode;

/// How a message names its schema, with the notation: `id:42`, `guid:8965b6ea-…`, `content:1`, `global:11`,
/// `fingerprint:…` (CRC-64-AVRO in hex), `file:order.avsc`, `embedded` (the payload carries it).
public record SchemaId(String notation) {

    public static SchemaId of(String scheme, Object value) {
        return new SchemaId(scheme + ":" + value);
    }

    public String scheme() {
        int colon = notation.indexOf(':');
        return colon < 0 ? notation : notation.substring(0, colon);
    }

    public String value() {
        return notation.substring(notation.indexOf(':') + 1);
    }

    @Override
    public String toString() {
        return notation;
    }
}
