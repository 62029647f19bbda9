package dev.brokerscope.archive.block;

import dev.brokerscope.api.message.Headers;
import java.util.Arrays;
import java.util.List;

/// A block without its keys, values and attributes. Immutable; any thread.
public final class BlockOutline {

    private final BlockMeta meta;
    private final byte[] headers;
    private final int[] headerAt;

    private BlockOutline(BlockMeta meta, byte[] headers) throws DamagedBlockException {
        this.meta = meta;
        this.headers = headers;
        headerAt = new int[meta.count()];
        long at = 0;
        for (int i = 0; i < meta.count(); i++) {
            headerAt[i] = (int) at;
            at += meta.headerSize(i);
            if (at > headers.length) {
                throw new DamagedBlockException("its headers are shorter than their sizes say");
            }
            if (meta.headerCount(i) > 0) {
                StoredHeaders.check(headers, headerAt[i], meta.headerSize(i), meta.headerCount(i));
            }
        }
    }

    public static BlockOutline decode(BlockMeta meta, List<Frame> headers) throws DamagedBlockException {
        return new BlockOutline(meta, FrameCodec.expand(headers));
    }

    public BlockMeta meta() {
        return meta;
    }

    /// -1 for no key.
    public int keySize(int i) {
        return meta.keySize(i);
    }

    /// -1 for no value.
    public int valueSize(int i) {
        return meta.valueSize(i);
    }

    public Headers headers(int i) {
        return meta.headerCount(i) == 0
                ? Headers.NONE
                : new StoredHeaders(Arrays.copyOfRange(headers, headerAt[i], headerAt[i] + meta.headerSize(i)),
                        meta.headerCount(i));
    }
}
