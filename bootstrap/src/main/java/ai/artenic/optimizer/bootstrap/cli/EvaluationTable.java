package ai.artenic.optimizer.bootstrap.cli;

import ai.artenic.optimizer.application.usecase.EvaluationAnswer;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Prints how far off estimates were: one line per source, one in all, and the rows that could not be used.
final class EvaluationTable {
    private static final int WIDEST_NAME = 60;

    private final PrintWriter out;

    EvaluationTable(PrintWriter out) {
        this.out = out;
    }

    void print(EvaluationAnswer answer) {
        List<String> names = List.copyOf(answer.figures().keySet());
        var headings = new ArrayList<String>();
        headings.add("source");
        names.forEach(name -> headings.add(">" + name));
        var table = new TextTable(headings.toArray(String[]::new));
        answer.sources().forEach((source, figures) -> table.add(line(source, names, figures)));
        table.add(line("all", names, answer.figures()));
        answer.refits().forEach((name, figures) -> table.add(line("all, " + name.replace('_', ' '), names, figures)));
        table.print(out);
        answer.unusable().forEach((reason, rows) -> out.println("not used: " + rows + " rows, " + reason));
    }

    private static String[] line(String source, List<String> names, Map<String, Object> figures) {
        var cells = new ArrayList<String>();
        cells.add(source.length() > WIDEST_NAME ? source.substring(0, WIDEST_NAME - 1) + "…" : source);
        names.forEach(name -> cells.add(cell(figures.getOrDefault(name, "-"))));
        return cells.toArray(String[]::new);
    }

    private static String cell(Object figure) {
        return figure instanceof Double number
                ? number.isNaN() ? "-" : String.format(Locale.ROOT, "%.3f", number)
                : String.valueOf(figure);
    }
}
