package dev.brokerscope.archive.block;

import dev.brokerscope.api.message.AttributeType;
import dev.brokerscope.api.message.HeaderType;
import dev.brokerscope.api.message.TimestampType;

/// The numbers that stand for enumerations in frames and hashes. They are part of the format: never change one.
final class Codes {

    private static final HeaderType[] HEADERS = {HeaderType.BYTES, HeaderType.TEXT, HeaderType.BOOLEAN, HeaderType.INT8,
        HeaderType.INT16, HeaderType.INT32, HeaderType.INT64, HeaderType.UINT8, HeaderType.UINT16,
        HeaderType.UINT32, HeaderType.UINT64, HeaderType.FLOAT32, HeaderType.FLOAT64, HeaderType.DECIMAL,
        HeaderType.TIMESTAMP, HeaderType.UUID, HeaderType.CHARACTER, HeaderType.NULL, HeaderType.NATIVE};

    private Codes() {}

    static int of(TimestampType type) {
        return switch (type) {
            case NONE -> 0;
            case CREATE -> 1;
            case APPEND -> 2;
            case CHUNK -> 3;
            case RECEIVE -> 4;
        };
    }

    static TimestampType timestamp(int code) throws DamagedBlockException {
        return switch (code) {
            case 0 -> TimestampType.NONE;
            case 1 -> TimestampType.CREATE;
            case 2 -> TimestampType.APPEND;
            case 3 -> TimestampType.CHUNK;
            case 4 -> TimestampType.RECEIVE;
            default -> throw new DamagedBlockException("there is no kind of timestamp " + code);
        };
    }

    static int of(HeaderType type) {
        return switch (type) {
            case BYTES -> 0;
            case TEXT -> 1;
            case BOOLEAN -> 2;
            case INT8 -> 3;
            case INT16 -> 4;
            case INT32 -> 5;
            case INT64 -> 6;
            case UINT8 -> 7;
            case UINT16 -> 8;
            case UINT32 -> 9;
            case UINT64 -> 10;
            case FLOAT32 -> 11;
            case FLOAT64 -> 12;
            case DECIMAL -> 13;
            case TIMESTAMP -> 14;
            case UUID -> 15;
            case CHARACTER -> 16;
            case NULL -> 17;
            case NATIVE -> 18;
        };
    }

    static HeaderType header(int code) throws DamagedBlockException {
        if (code < 0 || code >= HEADERS.length) {
            throw new DamagedBlockException("there is no header type " + code);
        }
        return HEADERS[code];
    }

    static int of(AttributeType type) {
        return switch (type) {
            case TEXT -> 1;
            case WHOLE -> 2;
            case REAL -> 3;
            case FLAG -> 4;
            case BINARY -> 5;
        };
    }
}
