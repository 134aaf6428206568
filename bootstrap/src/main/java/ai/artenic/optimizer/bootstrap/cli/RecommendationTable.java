package ai.artenic.optimizer.bootstrap.cli;

import ai.artenic.optimizer.application.usecase.RecommendAnswer;
import ai.artenic.optimizer.domain.intake.Terms;
import ai.artenic.optimizer.domain.quantity.Eur;
import ai.artenic.optimizer.domain.quantity.Hours;
import ai.artenic.optimizer.domain.quantity.Interval;
import ai.artenic.optimizer.domain.ranking.InstanceRecommendation;
import ai.artenic.optimizer.domain.ranking.NearMiss;
import ai.artenic.optimizer.domain.ranking.Recommendation;
import ai.artenic.optimizer.domain.ranking.Rejection;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;

/// Shows a recommendation to people.
final class RecommendationTable {
    private static final int LONGEST_TYPE = 28;
    private final PrintWriter out;

    RecommendationTable(PrintWriter out) {
        this.out = out;
    }

    void print(Recommendation recommendation) {
        var table = new TextTable(
                ">#",
                "provider",
                "instance",
                "region",
                "purchase",
                ">nodes",
                "GPU",
                ">EUR/h",
                ">hours",
                ">cost EUR",
                ">low-high",
                ">score");
        recommendation.recommendations().forEach(item -> row(table, item));
        table.print(out);
        InstanceRecommendation first = recommendation.recommendations().getFirst();
        out.println();
        out.println("Why " + first.offer().id() + ":");
        first.explanation().forEach(sentence -> out.println("  - " + sentence));
        recommendation.recommendations().stream().skip(1).limit(1).forEach(this::counterfactual);
        section("Assumed:", recommendation.assumptions());
        out.printf(
                "%n%,d of %,d candidates can run it.%s%n",
                recommendation.afterFilter(),
                recommendation.totalConsidered(),
                recommendation.rejected().isEmpty() ? "" : " Not:");
        recommendation.rejected().forEach(rejection -> out.println("  " + words(rejection)));
        out.printf(
                "Prices of the first choice: %s, observed %s (snapshot %s).%n",
                first.offer().provenance().origin(),
                LocalDate.ofInstant(first.offer().provenance().observedAt(), ZoneOffset.UTC),
                recommendation.catalogSnapshotId().substring(0, 8));
    }

    private void counterfactual(InstanceRecommendation second) {
        second.firstIf()
                .ifPresent(price -> out.println("  - " + second.offer().id()
                        + (second.isSpot() ? " on spot" : "") + " would be first at "
                        + price.amount().toPlainString()
                        + " EUR/h or less"));
    }

    private void section(String heading, Iterable<String> lines) {
        if (lines.iterator().hasNext()) {
            out.println();
            out.println(heading);
            lines.forEach(line -> out.println("  - " + line));
        }
    }

    private static void row(TextTable table, InstanceRecommendation item) {
        Interval<Hours> hours = item.estimatedHours();
        Interval<Eur> cost = item.estimatedCost();
        table.add(
                Integer.toString(item.rank()),
                item.offer().id().provider().key(),
                shortened(item.offer().id().instanceType()),
                item.offer().id().region(),
                item.isSpot() ? "spot" : "on demand",
                Integer.toString(item.nodeCount()),
                item.offer().machine().accelerators().map(GpuWords::of).orElse("-"),
                number(item.pricePerHour().value()),
                number(hours.expected().value()),
                number(euros(cost.expected())),
                number(euros(cost.low())) + "-" + number(euros(cost.high())),
                String.format(Locale.ROOT, "%.3f", item.score()));
    }

    static void printNothing(RecommendAnswer.NoFeasibleOffer nothing, PrintWriter err) {
        err.printf("None of %,d candidates can run this workload within the constraints:%n", nothing.totalConsidered());
        nothing.rejected().forEach(rejection -> err.println("  " + words(rejection)));
        if (!nothing.nearMisses().isEmpty()) {
            err.println("Nearest misses:");
        }
        for (NearMiss miss : nothing.nearMisses()) {
            err.println("  " + miss.offer() + (miss.isSpot() ? " (spot)" : "") + ": " + miss.detail());
        }
    }

    private static String words(Rejection rejection) {
        return String.format(
                Locale.ROOT, "%,8d  %s: %s", rejection.count(), Terms.wire(rejection.reason()), rejection.detail());
    }

    static String shortened(String type) {
        return type.length() <= LONGEST_TYPE ? type : type.substring(0, LONGEST_TYPE - 1) + "…";
    }

    private static double euros(Eur eur) {
        return eur.amount().doubleValue();
    }

    /// As many digits as people read.
    static String number(double value) {
        String format = value >= 1000 ? "%,.0f" : value >= 10 ? "%.1f" : value >= 0.1 ? "%.2f" : "%.4f";
        return String.format(Locale.ROOT, format, value);
    }
}
