package dev.brokerscope.archive.crypt;

import dev.brokerscope.archive.block.ByteSink;
import dev.brokerscope.archive.block.Frame;
import java.nio.charset.StandardCharsets;

/// Where an encrypted frame belongs: it opens nowhere else.
public final class FrameBinding {

    private final byte[] block;

    private FrameBinding(byte[] block) {
        this.block = block;
    }

    /// What the blocks of one partition in one run have in common.
    ///
    /// @param set the uuid of the archive's set
    /// @param channelName as the table `channel` writes it
    public record Place(byte[] set, byte[] run, String channelKind, String channelName, String incarnation,
            long partition) {

        public FrameBinding block(long firstHi, long firstLo) {
            return new FrameBinding(new ByteSink(256).bytes(ascii("brokerscope frame")).bytes(set).bytes(run)
                    .sized(utf8(channelKind)).sized(utf8(channelName)).sized(utf8(incarnation)).i64(partition)
                    .i64(firstHi).i64(firstLo).toArray());
        }
    }

    byte[] frame(Frame frame) {
        return new ByteSink(block.length + 64).bytes(block).sized(ascii(frame.kind().text())).i32(frame.piece())
                .sized(ascii(frame.codec().text())).i32(frame.rawBytes()).toArray();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
