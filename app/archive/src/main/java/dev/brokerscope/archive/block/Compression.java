package dev.brokerscope.archive.block;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import java.util.Locale;

/// How blocks are compressed. Whatever is chosen, pieces that do not shrink are stored plain, and the content hashes are
/// the same.
///
/// @param level of zstd, 1 to 19; without meaning for other codecs
public record Compression(Codec codec, int level) {

    /// The ways to compress.
    public enum Codec {
        NONE, ZSTD
    }

    public static final Compression STANDARD = new Compression(Codec.ZSTD, 1);
    public static final Compression NONE = new Compression(Codec.NONE, 0);

    private static final int LARGEST_LEVEL = 19;

    /// Reads `none`, `zstd` or `zstd:LEVEL`.
    ///
    /// @throws FaultException of kind `USAGE` for anything else
    public static Compression parse(String words) throws FaultException {
        String[] parts = words.strip().toLowerCase(Locale.ROOT).split(":", 2);
        if (parts.length == 1) {
            switch (parts[0]) {
                case "none" -> {
                    return NONE;
                }
                case "zstd" -> {
                    return STANDARD;
                }
                default -> throw unknown(words);
            }
        }
        if (!parts[0].equals("zstd") || !parts[1].matches("\\d{1,2}")) {
            throw unknown(words);
        }
        int level = Integer.parseInt(parts[1]);
        if (level < 1 || level > LARGEST_LEVEL) {
            throw new FaultException(FaultKind.USAGE, "compress.level", "zstd has no level " + level + ".",
                    "Levels go from 1 (fast) to " + LARGEST_LEVEL + " (small).");
        }
        return new Compression(Codec.ZSTD, level);
    }

    /// As `parse` reads it.
    public String text() {
        return codec == Codec.ZSTD ? "zstd:" + level : codec.name().toLowerCase(Locale.ROOT);
    }

    private static FaultException unknown(String words) {
        return new FaultException(FaultKind.USAGE, "compress.unknown", "\"" + words + "\" is no way to compress.",
                "Known are none, zstd and zstd:LEVEL.");
    }
}
