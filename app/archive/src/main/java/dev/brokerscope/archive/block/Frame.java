package dev.brokerscope.archive.block;

/// One stored piece of a column of a block.
public record Frame(Kind kind, int piece, Codec codec, int rawBytes, long crc32c, byte[] data) {

    /// A column.
    public enum Kind {
        META, KEYS, VALUES, HEADERS;

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
