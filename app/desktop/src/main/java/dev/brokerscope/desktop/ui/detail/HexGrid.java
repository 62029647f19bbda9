package dev.brokerscope.desktop.ui.detail;

/// Where things lie in a line of hex, in pixels: offset, twice eight bytes, sixteen characters.
final class HexGrid {

    static final int BYTES = 16;
    static final double LINE = 18;
    static final double TOP = 6;
    static final double OFFSET_X = 12;
    static final double FONT = 11;
    static final double CHARACTER = 6.6;

    private static final double HEX_X = 49;
    private static final double PITCH = 17.7;
    private static final double GAP = 8;

    private final double shift;

    /// @param size of the whole value: beyond 64 KiB the offsets are wider
    HexGrid(int size) {
        this.shift = size > 0x10000 ? 2 * CHARACTER : 0;
    }

    double hexX(int column) {
        return shift + HEX_X + column * PITCH + (column < 8 ? 0 : GAP);
    }

    double textX() {
        return shift + HEX_X + BYTES * PITCH + GAP + 6;
    }

    /// The byte of a line under a point, -1 for none.
    int columnAt(double x) {
        double column;
        if (x >= textX()) {
            column = (x - textX()) / CHARACTER;
        } else if (x >= hexX(8)) {
            column = (x - hexX(0) - GAP) / PITCH;
        } else {
            column = Math.min(7, (x - hexX(0)) / PITCH);
        }
        return column < 0 || column >= BYTES ? -1 : (int) column;
    }

    double width() {
        return textX() + BYTES * CHARACTER + 16;
    }
}
