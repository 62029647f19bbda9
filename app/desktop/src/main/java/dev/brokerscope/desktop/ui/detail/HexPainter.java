package dev.brokerscope.desktop.ui.detail;

import dev.brokerscope.desktop.ui.Fonts;
import java.util.HexFormat;
import java.util.stream.IntStream;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontSmoothingType;

/// Paints the visible lines of a hex view. Colours come from outside, since a canvas knows no style sheets.
final class HexPainter {

    record Colours(Color text, Color subtle, Color selected, Color lead) {}

    private static final String[] PAIRS = IntStream.range(0, 256)
            .mapToObj(i -> HexFormat.of().toHexDigits((byte) i)).toArray(String[]::new);
    private static final HexFormat HEX = HexFormat.of();

    private final Font font = Font.font(Fonts.MONO, HexGrid.FONT);

    void paint(GraphicsContext g, ByteView bytes, int firstLine, int lines, ByteRange selection, Colours colours) {
        HexGrid grid = new HexGrid(bytes.size());
        g.setFont(font);
        g.setFontSmoothingType(FontSmoothingType.GRAY);
        g.setTextBaseline(VPos.CENTER);
        int last = (bytes.size() + HexGrid.BYTES - 1) / HexGrid.BYTES;
        for (int line = 0; line < lines && firstLine + line < last; line++) {
            double y = HexGrid.TOP + line * HexGrid.LINE + HexGrid.LINE / 2;
            int start = (firstLine + line) * HexGrid.BYTES;
            int count = Math.min(HexGrid.BYTES, bytes.size() - start);
            g.setFill(colours.subtle());
            g.fillText(offset(start, bytes.size()), HexGrid.OFFSET_X, y);
            paintMarks(g, grid, y, start, count, selection, colours);
            paintBytes(g, grid, y, bytes, start, count, selection, colours);
        }
    }

    private static String offset(int start, int size) {
        return size > 0x10000 ? HEX.toHexDigits(start).substring(2) : HEX.toHexDigits((short) start);
    }

    private static void paintMarks(GraphicsContext g, HexGrid grid, double y, int start, int count,
            ByteRange selection, Colours colours) {
        int from = Math.clamp(selection.from() - start, 0, count);
        int to = Math.clamp(selection.to() - start, 0, count);
        int body = Math.clamp(selection.from() + selection.lead() - start, from, to);
        mark(g, grid, y, from, body, colours.lead());
        mark(g, grid, y, body, to, colours.selected());
    }

    private static void mark(GraphicsContext g, HexGrid grid, double y, int from, int to, Color colour) {
        if (to > from) {
            double top = y - HexGrid.LINE / 2;
            g.setFill(colour);
            g.fillRect(grid.hexX(from) - 2, top,
                    grid.hexX(to - 1) + 2 * HexGrid.CHARACTER + 2 - grid.hexX(from) + 2, HexGrid.LINE);
            g.fillRect(grid.textX() + from * HexGrid.CHARACTER, top, (to - from) * HexGrid.CHARACTER, HexGrid.LINE);
        }
    }

    /// Zero bytes are paler; two passes set each fill once per line.
    private static void paintBytes(GraphicsContext g, HexGrid grid, double y, ByteView bytes, int start, int count,
            ByteRange selection, Colours colours) {
        char[] characters = new char[count];
        for (boolean zeros : new boolean[]{false, true}) {
            g.setFill(zeros ? colours.subtle() : colours.text());
            for (int i = 0; i < count; i++) {
                byte value = bytes.at(start + i);
                if (value == 0 == zeros) {
                    g.fillText(PAIRS[value & 0xff], grid.hexX(i), y);
                }
                characters[i] = value >= ' ' && value < 127 ? (char) value : '·';
            }
        }
        g.setFill(colours.text());
        g.fillText(new String(characters), grid.textX(), y);
        g.setFill(Color.WHITE);
        int from = Math.max(0, selection.from() + selection.lead() - start);
        int to = Math.min(count, selection.to() - start);
        for (int i = from; i < to; i++) {
            g.fillText(PAIRS[bytes.at(start + i) & 0xff], grid.hexX(i), y);
            g.fillText(String.valueOf(characters[i]), grid.textX() + i * HexGrid.CHARACTER, y);
        }
    }
}
