package ai.artenic.optimizer.bootstrap.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/// A table for people: columns as wide as their widest cell, numbers to the right.
final class TextTable {
    private final List<String> headings;
    private final List<List<String>> rows = new ArrayList<>();

    /// @param headings names of the columns; one that begins with `>` is aligned to the right
    TextTable(String... headings) {
        this.headings = List.of(headings);
    }

    void add(String... cells) {
        rows.add(List.of(cells));
    }

    void print(PrintWriter out) {
        List<String> names = headings.stream()
                .map(heading -> heading.startsWith(">") ? heading.substring(1) : heading)
                .toList();
        line(names, out);
        rows.forEach(row -> line(row, out));
    }

    private void line(List<String> cells, PrintWriter out) {
        var line = new StringBuilder();
        for (int column = 0; column < headings.size(); column++) {
            boolean right = headings.get(column).startsWith(">");
            String cell = cells.get(column);
            String gap = " ".repeat(width(column) - cell.length());
            line.append(column == 0 ? "" : "  ").append(right ? gap + cell : cell + gap);
        }
        out.println(line.toString().stripTrailing());
    }

    private int width(int column) {
        int heading = headings.get(column).replaceFirst("^>", "").length();
        return rows.stream().mapToInt(row -> row.get(column).length()).reduce(heading, Math::max);
    }
}
