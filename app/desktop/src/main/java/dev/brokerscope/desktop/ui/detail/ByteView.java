package dev.brokerscope.desktop.ui.detail;

/// Bytes to look at, without copying them. Must answer at once: it is asked while painting.
public interface ByteView {

    int size();

    byte at(int index);

    /// The array is not copied and must not change.
    static ByteView of(byte[] bytes) {
        return new ByteView() {
            @Override
            public int size() {
                return bytes.length;
            }

            @Override
            public byte at(int index) {
                return bytes[index];
            }
        };
    }
}
