package dev.brokerscope.installers;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.view.ViewBox;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.imageio.ImageIO;

/// A drawing in all the sizes and formats that systems ask for.
///
/// @param large the drawing from 48 pixels on
/// @param small the drawing below, snapped to a coarse grid
record Icons(Path large, Path small) {

    static final List<Integer> SIZES = List.of(16, 22, 24, 32, 48, 64, 128, 256, 512);

    private static final int SMALL_BELOW = 48;
    private static final List<Integer> ICO_SIZES = List.of(16, 24, 32, 48, 64, 256);
    /// Type codes of Apple's icon container with the pixels of each; the second of two is for screens of double
    /// density.
    private static final Map<String, Integer> ICNS_TYPES = new TreeMap<>(Map.of("icp4", 16, "icp5", 32, "ic07", 128,
            "ic08", 256, "ic09", 512, "ic10", 1024, "ic11", 32, "ic12", 64, "ic13", 256, "ic14", 512));

    byte[] png(int size) throws IOException {
        Path drawing = size < SMALL_BELOW ? small : large;
        SVGDocument svg = new SVGLoader().load(drawing.toUri().toURL());
        if (svg == null) {
            throw new PackagingException(drawing + " is not a drawing that can be rendered.");
        }
        BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        svg.renderWithPlatform(com.github.weisj.jsvg.renderer.NullPlatformSupport.INSTANCE, graphics,
                new ViewBox(size, size));
        graphics.dispose();
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(image, "png", png);
        return png.toByteArray();
    }

    /// For Windows: a directory of pictures, each a PNG.
    byte[] ico() throws IOException {
        List<byte[]> pictures = new ArrayList<>();
        for (int size : ICO_SIZES) {
            pictures.add(png(size));
        }
        int offset = 6 + 16 * pictures.size();
        ByteBuffer ico = ByteBuffer.allocate(offset + pictures.stream().mapToInt(p -> p.length).sum())
                .order(ByteOrder.LITTLE_ENDIAN);
        ico.putShort((short) 0).putShort((short) 1).putShort((short) pictures.size());
        for (int i = 0; i < pictures.size(); i++) {
            // 0 stands for 256
            byte side = (byte) ICO_SIZES.get(i).intValue();
            ico.put(side).put(side).put((byte) 0).put((byte) 0).putShort((short) 1).putShort((short) 32)
                    .putInt(pictures.get(i).length).putInt(offset);
            offset += pictures.get(i).length;
        }
        pictures.forEach(ico::put);
        return ico.array();
    }

    /// For macOS.
    byte[] icns() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(body);
        for (Map.Entry<String, Integer> type : ICNS_TYPES.entrySet()) {
            byte[] picture = png(type.getValue());
            out.writeBytes(type.getKey());
            out.writeInt(8 + picture.length);
            out.write(picture);
        }
        ByteBuffer icns = ByteBuffer.allocate(8 + body.size());
        icns.put("icns".getBytes(java.nio.charset.StandardCharsets.US_ASCII)).putInt(8 + body.size())
                .put(body.toByteArray());
        return icns.array();
    }

    /// The folders of the icon theme that all desktops share.
    ///
    /// @param context `apps` or `mimetypes`
    void addTo(Tree tree, String context, String name) throws IOException {
        for (int size : SIZES) {
            tree.write("usr/share/icons/hicolor/" + size + "x" + size + "/" + context + "/" + name + ".png", png(size));
        }
        tree.write("usr/share/icons/hicolor/scalable/" + context + "/" + name + ".svg", Files.readAllBytes(large));
    }
}
