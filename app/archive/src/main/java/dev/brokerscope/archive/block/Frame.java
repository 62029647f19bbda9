package dev.brokerscope.archive.block;

/// One stored piece of a column of a block.
///
/// @param nonce of its encryption; empty where it is not encrypted
/// @param crc32c of the data as they stand in the file
public record Frame(Kind kind, int piece, Codec codec, int rawBytes, byte[] nonce, long crc32c, byte[] data) {

    Frame(Kind kind, int piece, Codec codec, int rawBytes, long crc32c, byte[] data) {
        this(kind, piece, codec, rawBytes, new byte[0], crc32c, data);
    }

    /// A column, or what helps to find its messages.
    public enum Kind {
        META, KEYS, VALUES, HEADERS, KEY_FILTER;

        /// As the table writes it.
        public String text() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /// How the bytes are stored.
    public enum Codec {
        ZSTD, PLAIN;

        /// As the table writes it.
        public String text() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
