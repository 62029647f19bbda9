package dev.brokerscope.desktop.wizard.backup;

import dev.brokerscope.archive.block.Compression;
import dev.brokerscope.desktop.ui.Texts;

/// How the archive is compressed; the command line has every level.
public enum CompressionChoice {
    FAST, SMALL, NONE;

    Compression compression() {
        return switch (this) {
            case FAST -> Compression.STANDARD;
            case SMALL -> new Compression(Compression.Codec.ZSTD, 6);
            case NONE -> Compression.NONE;
        };
    }

    String words() {
        return switch (this) {
            case FAST -> Texts.text("compression.fast");
            case SMALL -> Texts.text("compression.small");
            case NONE -> Texts.text("compression.none");
        };
    }
}
