package dev.brokerscope.desktop.ui.gallery;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;

/// Development tool: turns the icons of the webjar `org.webjars.npm:lucide-static` into one SVG path each.
/// Run it by hand when an icon is added to `Glyph`; the result, `lucide.properties`, is checked in, so that neither
/// the webjar (8 MB) nor an SVG reader is a dependency of the program.
///
/// Arguments: the webjar, the file to write, the icons' names.
public final class LucidePaths {

    private static final Pattern SHAPE = Pattern.compile("\\[\\s*\"(\\w+)\"\\s*,\\s*\\{([^}]*)\\}");
    private static final Pattern ATTRIBUTE = Pattern.compile("\"([\\w-]+)\"\\s*:\\s*\"([^\"]*)\"");
    private static final Pattern RELATIVE_START = Pattern.compile("^m\\s*(-?[\\d.]+)[\\s,]*(-?[\\d.]+)\\s*(.*)$");

    private LucidePaths() {
    }

    public static void main(String[] args) throws IOException {
        String nodes = iconNodes(Path.of(args[0]));
        Map<String, String> paths = new TreeMap<>();
        for (String name : List.of(args).subList(2, args.length)) {
            paths.put(name, pathOf(name, nodes));
        }
        String lines = paths.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue())
                .collect(Collectors.joining("\n", "# Paths of Lucide 0.468.0 (ISC, see lucide-LICENSE.txt), 24 x 24\n",
                        "\n"));
        new Properties().load(new java.io.StringReader(lines));
        Files.writeString(Path.of(args[1]), lines);
    }

    private static String iconNodes(Path webjar) throws IOException {
        try (ZipFile zip = new ZipFile(webjar.toFile())) {
            var entry = zip.stream().filter(e -> e.getName().endsWith("/icon-nodes.json")).findFirst().orElseThrow();
            return new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String pathOf(String name, String nodes) {
        var start = Pattern.compile("\"" + name + "\":\\s*\\[").matcher(nodes);
        if (!start.find()) {
            throw new IllegalArgumentException("Lucide has no icon named " + name);
        }
        int from = start.end() - 1;
        int depth = 0;
        int at = from;
        do {
            char c = nodes.charAt(at++);
            depth += c == '[' ? 1 : c == ']' ? -1 : 0;
        } while (depth > 0);
        return SHAPE.matcher(nodes.substring(from, at)).results()
                .map(shape -> path(shape.group(1), attributes(shape.group(2)))).collect(Collectors.joining(" "));
    }

    private static Map<String, String> attributes(String json) {
        Map<String, String> found = new HashMap<>();
        ATTRIBUTE.matcher(json).results().forEach(m -> found.put(m.group(1), m.group(2)));
        return found;
    }

    private static String path(String tag, Map<String, String> a) {
        return switch (tag) {
            case "path" -> absoluteStart(a.get("d"));
            case "circle" -> ellipse(number(a, "cx"), number(a, "cy"), number(a, "r"), number(a, "r"));
            case "ellipse" -> ellipse(number(a, "cx"), number(a, "cy"), number(a, "rx"), number(a, "ry"));
            case "line" -> "M" + a.get("x1") + " " + a.get("y1") + "L" + a.get("x2") + " " + a.get("y2");
            case "polyline" -> "M" + a.get("points").trim();
            case "polygon" -> "M" + a.get("points").trim() + "Z";
            case "rect" -> rectangle(a);
            default -> throw new IllegalArgumentException("unknown shape " + tag);
        };
    }

    /// A leading `m` would become relative to the end of the shape before it once the paths are joined.
    private static String absoluteStart(String d) {
        var m = RELATIVE_START.matcher(d);
        if (!m.find()) {
            return d;
        }
        String rest = m.group(3);
        String join = rest.isEmpty() || Character.isLetter(rest.charAt(0)) ? "" : "l";
        return "M" + m.group(1) + " " + m.group(2) + join + rest;
    }

    private static String ellipse(double x, double y, double rx, double ry) {
        return "M%s %sa%s %s 0 1 0 %s 0a%s %s 0 1 0 %s 0Z".formatted(text(x - rx), text(y), text(rx), text(ry),
                text(2 * rx), text(rx), text(ry), text(-2 * rx));
    }

    private static String rectangle(Map<String, String> a) {
        double x = number(a, "x");
        double y = number(a, "y");
        double w = number(a, "width");
        double h = number(a, "height");
        double r = a.containsKey("rx") ? number(a, "rx") : number(a, "ry");
        if (r == 0) {
            return "M%s %sh%sv%sh%sZ".formatted(text(x), text(y), text(w), text(h), text(-w));
        }
        String arc = "a" + text(r) + " " + text(r) + " 0 0 1 ";
        return "M" + text(x + r) + " " + text(y) + "h" + text(w - 2 * r) + arc + text(r) + " " + text(r) + "v"
                + text(h - 2 * r) + arc + text(-r) + " " + text(r) + "h" + text(2 * r - w) + arc + text(-r) + " "
                + text(-r) + "v" + text(2 * r - h) + arc + text(r) + " " + text(-r) + "Z";
    }

    private static double number(Map<String, String> attributes, String name) {
        return Double.parseDouble(attributes.getOrDefault(name, "0"));
    }

    private static String text(double v) {
        return v == Math.rint(v) ? Long.toString((long) v) : Double.toString(v);
    }
}
