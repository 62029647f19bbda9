package dev.brokerscope.cli.output;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Columns for people: aligned, made safe for terminals, the last one cut to the width where there is one.
public final class Table {

    /// @param right numbers
    private record Column(String title, boolean right) {}

    private static final String SPACE = "  ";

    private final List<Column> columns = new ArrayList<>();
    private final List<List<String>> rows = new ArrayList<>();

    public Table left(String title) {
        columns.add(new Column(title, false));
        return this;
    }

    public Table right(String title) {
        columns.add(new Column(title, true));
        return this;
    }

    public void row(String... cells) {
        row(List.of(cells));
    }

    public void row(List<String> cells) {
        if (cells.size() != columns.size()) {
            throw new IllegalArgumentException(cells.size() + " cells in " + columns.size() + " columns");
        }
        rows.add(cells.stream().map(SafeText::of).toList());
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /// @param width cuts lines to so many columns; 0 for no limit
    public void print(Output out, Paint paint, int width) {
        print(out, paint, width, true);
    }

    /// @param headed whether titles stand above
    public void print(Output out, Paint paint, int width, boolean headed) {
        List<Integer> widths = IntStream.range(0, columns.size())
                .mapToObj(i -> Math.max(SafeText.width(columns.get(i).title()),
                        rows.stream().mapToInt(r -> SafeText.width(r.get(i))).max().orElse(0)))
                .toList();
        if (headed) {
            out.line(paint.as(Paint.Role.HEADING, line(columns.stream().map(Column::title).toList(), widths, width)));
        }
        for (List<String> row : rows) {
            out.line(line(row, widths, width));
        }
    }

    private String line(List<String> cells, List<Integer> widths, int width) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            int fill = widths.get(i) - SafeText.width(cells.get(i));
            line.append(i == 0 ? "" : SPACE);
            boolean right = columns.get(i).right();
            line.append(right ? " ".repeat(fill) + cells.get(i) : cells.get(i));
            line.append(right || i == cells.size() - 1 ? "" : " ".repeat(fill));
        }
        String text = line.toString().stripTrailing();
        return width > 0 ? SafeText.cut(text, width) : text;
    }
}
