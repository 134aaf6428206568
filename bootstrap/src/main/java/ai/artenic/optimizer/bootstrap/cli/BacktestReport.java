package ai.artenic.optimizer.bootstrap.cli;

import ai.artenic.optimizer.application.usecase.BacktestAnswer;
import ai.artenic.optimizer.application.usecase.BacktestAnswer.Replayed;
import ai.artenic.optimizer.domain.backtest.BacktestFigures;
import ai.artenic.optimizer.domain.backtest.JobOrder;
import ai.artenic.optimizer.domain.evaluation.CandidatePoint;
import ai.artenic.optimizer.domain.intake.Terms;
import ai.artenic.optimizer.domain.outcome.LabelPolicy;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What came of a backtest, as a table, as JSON, and as rows of rankings.
final class BacktestReport {
    static final List<String> HEADER =
            List.of("ranker", "workload_id", "rank", "provider", "instance_type", "node_count", "is_spot");

    private BacktestReport() {}

    /// Why there is no figure.
    static String why(BacktestAnswer answer) {
        return answer.unusable().isEmpty()
                ? "there is none that succeeds on any of its candidates"
                : "rows not used " + answer.unusable();
    }

    static void print(BacktestAnswer answer, PrintWriter out) {
        var headings = new ArrayList<String>();
        headings.add("ranker");
        answer.rankers().firstEntry().getValue().figures().fields().keySet().forEach(name -> headings.add(">" + name));
        var table = new TextTable(headings.toArray(String[]::new));
        answer.rankers().forEach((ranker, replayed) -> {
            var cells = new ArrayList<String>();
            cells.add(Terms.wire(ranker));
            replayed.figures().fields().values().forEach(figure -> cells.add(cell(figure)));
            table.add(cells.toArray(String[]::new));
        });
        table.print(out);
        printCurves(answer, out);
        answer.unusable().forEach((reason, rows) -> out.println("not used: " + rows + " rows, " + reason));
    }

    private static void printCurves(BacktestAnswer answer, PrintWriter out) {
        int outcomes =
                answer.rankers().firstEntry().getValue().figures().curve().size();
        if (outcomes == 0) {
            return;
        }
        var headings = new ArrayList<String>();
        headings.add("mean cost regret after outcomes:");
        for (int k = 0; k < outcomes; k++) {
            headings.add(">" + k);
        }
        var table = new TextTable(headings.toArray(String[]::new));
        answer.rankers().forEach((ranker, replayed) -> {
            var cells = new ArrayList<String>();
            cells.add(Terms.wire(ranker));
            replayed.figures().curve().forEach(regret -> cells.add(String.format(Locale.ROOT, "%.2f", regret)));
            table.add(cells.toArray(String[]::new));
        });
        out.println();
        table.print(out);
    }

    private static String cell(Object figure) {
        return figure instanceof Double number ? String.format(Locale.ROOT, "%.3f", number) : String.valueOf(figure);
    }

    static Map<String, Object> json(BacktestAnswer answer, LabelPolicy policy, long seed) {
        var rankers = new LinkedHashMap<String, Object>();
        answer.rankers().forEach((ranker, replayed) -> rankers.put(Terms.wire(ranker), json(replayed.figures())));
        var object = new LinkedHashMap<String, Object>();
        object.put("rankers", rankers);
        object.put("label_policy", Terms.wire(policy));
        object.put("seed", seed);
        object.put("unusable", answer.unusable());
        return object;
    }

    /// JSON has no NaN: a figure over nothing is left out.
    private static Map<String, Object> json(BacktestFigures figures) {
        Map<String, Object> fields = figures.fields();
        fields.values().removeIf(figure -> figure instanceof Double number && number.isNaN());
        if (!figures.curve().isEmpty()) {
            var curve = new ArrayList<Map<String, Object>>();
            for (int k = 0; k < figures.curve().size(); k++) {
                var point = new LinkedHashMap<String, Object>();
                point.put("outcomes", k);
                point.put("mean_cost_regret", figures.curve().get(k));
                curve.add(point);
            }
            fields.put("curve", curve);
        }
        return fields;
    }

    static List<List<String>> rows(BacktestAnswer answer) {
        var rows = new ArrayList<List<String>>();
        answer.rankers().forEach((ranker, replayed) -> rows.addAll(rows(Terms.wire(ranker), replayed)));
        return rows;
    }

    private static List<List<String>> rows(String ranker, Replayed replayed) {
        var rows = new ArrayList<List<String>>();
        for (JobOrder order : replayed.orders()) {
            List<Integer> bestFirst = order.bestFirst();
            for (int rank = 1; rank <= bestFirst.size(); rank++) {
                CandidatePoint point = order.job().candidates().get(bestFirst.get(rank - 1));
                rows.add(List.of(
                        ranker,
                        order.job().workloadId(),
                        Integer.toString(rank),
                        point.offer().id().provider().key(),
                        point.offer().id().instanceType(),
                        Integer.toString(point.nodes()),
                        Boolean.toString(point.isSpot())));
            }
        }
        return rows;
    }
}
