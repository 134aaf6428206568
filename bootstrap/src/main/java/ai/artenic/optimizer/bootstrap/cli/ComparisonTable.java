package ai.artenic.optimizer.bootstrap.cli;

import ai.artenic.optimizer.application.usecase.CompareAnswer;
import ai.artenic.optimizer.domain.cost.compare.CostComparison;
import ai.artenic.optimizer.domain.cost.compare.CostComparison.Compared;
import ai.artenic.optimizer.domain.offer.OfferId;
import ai.artenic.optimizer.domain.quantity.Eur;
import ai.artenic.optimizer.domain.quantity.Interval;
import ai.artenic.optimizer.domain.ranking.CostedCandidate;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/// Shows a comparison to people.
final class ComparisonTable {
    private final PrintWriter out;
    private final CompareAnswer.Compared answer;
    private final CostComparison comparison;

    ComparisonTable(PrintWriter out, CompareAnswer.Compared answer) {
        this.out = out;
        this.answer = answer;
        this.comparison = answer.comparison();
    }

    void print() {
        out.println("Cheapest at each provider:");
        table(comparison.providers().stream()
                .map(CostComparison.ProviderSide::best)
                .flatMap(Optional::stream));
        out.println();
        out.println("What nothing beats on cost and hours:");
        table(comparison.frontier().stream().map(CostComparison.Member::candidate));
        if (!comparison.assumptions().isEmpty()) {
            out.println();
            out.println("Assumed:");
            comparison.assumptions().forEach(line -> out.println("  - " + line));
        }
        out.printf(
                "%n%,d of %,d candidates can run it (snapshot %s).%n",
                comparison.admitted(),
                comparison.totalConsidered(),
                answer.catalogSnapshotId().substring(0, 8));
    }

    private void table(Stream<Compared> candidates) {
        var table = new TextTable(
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
                ">interrupted",
                ">kg CO2e",
                "");
        candidates.forEach(candidate -> row(table, candidate));
        table.print(out);
    }

    private void row(TextTable table, Compared candidate) {
        CostedCandidate costed = candidate.costed();
        OfferId offer = costed.offer().id();
        Interval<Eur> cost = costed.estimatedCost();
        table.add(
                offer.provider().key(),
                RecommendationTable.shortened(offer.instanceType()),
                offer.region(),
                costed.isSpot() ? "spot" : "on demand",
                Integer.toString(costed.nodeCount()),
                costed.offer().machine().accelerators().map(GpuWords::of).orElse("-"),
                RecommendationTable.number(costed.pricePerHour().value()),
                RecommendationTable.number(costed.estimatedHours().expected().value()),
                euros(cost.expected()),
                euros(cost.low()) + "-" + euros(cost.high()),
                Math.round(100 * costed.interrupted()) + " %",
                kilograms(candidate.carbonGrams()),
                String.join(", ", titles(costed.name())));
    }

    private List<String> titles(String name) {
        var titles = new ArrayList<String>();
        if (name.equals(comparison.cheapest())) {
            titles.add("cheapest");
        }
        if (name.equals(comparison.fastest())) {
            titles.add("fastest");
        }
        if (name.equals(comparison.balanced())) {
            titles.add("balanced");
        }
        return titles;
    }

    private static String kilograms(OptionalDouble grams) {
        return grams.isPresent() ? RecommendationTable.number(grams.getAsDouble() / 1000) : "-";
    }

    private static String euros(Eur eur) {
        return RecommendationTable.number(eur.amount().doubleValue());
    }
}
