package ai.artenic.optimizer.bootstrap.cli;

import ai.artenic.optimizer.application.usecase.SweepAnswer;
import ai.artenic.optimizer.domain.offer.Offer;
import ai.artenic.optimizer.domain.quantity.Eur;
import ai.artenic.optimizer.domain.quantity.Interval;
import ai.artenic.optimizer.domain.sweep.SweepPlan;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/// Shows plans of a sweep to people.
final class SweepTable {
    private final PrintWriter out;

    SweepTable(PrintWriter out) {
        this.out = out;
    }

    void print(SweepAnswer.Planned answer) {
        table(answer.plans());
        notes(answer.basis(), answer.plans().getFirst());
    }

    void print(SweepAnswer.BeyondLimits answer) {
        out.println("No plan keeps within the limits. Nearest: " + answer.changed() + ".");
        table(List.of(answer.nearest()));
        notes(answer.basis(), answer.nearest());
    }

    private void table(List<SweepPlan> plans) {
        var table = new TextTable(
                "provider",
                "instance",
                "region",
                "purchase",
                "GPU",
                ">EUR/h",
                ">trials",
                ">at once",
                ">nodes each",
                ">trial hours",
                ">wall hours",
                ">cost EUR",
                ">low-high");
        plans.forEach(plan -> row(table, plan));
        table.print(out);
    }

    private void notes(SweepAnswer.Basis basis, SweepPlan first) {
        if (!basis.assumptions().isEmpty()) {
            out.println();
            out.println("Assumed:");
            basis.assumptions().forEach(line -> out.println("  - " + line));
        }
        Offer offer = first.candidate().offer();
        out.printf(
                "%nPrices of the first plan: %s, observed %s (snapshot %s).%n",
                offer.provenance().origin(),
                LocalDate.ofInstant(offer.provenance().observedAt(), ZoneOffset.UTC),
                basis.catalogSnapshotId().substring(0, 8));
    }

    private static void row(TextTable table, SweepPlan plan) {
        Offer offer = plan.candidate().offer();
        Interval<Eur> cost = plan.cost();
        table.add(
                offer.id().provider().key(),
                RecommendationTable.shortened(offer.id().instanceType()),
                offer.id().region(),
                plan.candidate().isSpot() ? "spot" : "on demand",
                offer.machine().accelerators().map(GpuWords::of).orElse("-"),
                RecommendationTable.number(plan.candidate().pricePerHour().value()),
                Integer.toString(plan.trials()),
                Integer.toString(plan.parallel()),
                Integer.toString(plan.candidate().nodeCount()),
                RecommendationTable.number(plan.trialHours().value()),
                RecommendationTable.number(plan.wallHours().value()),
                euros(cost.expected()),
                euros(cost.low()) + "-" + euros(cost.high()));
    }

    private static String euros(Eur eur) {
        return RecommendationTable.number(eur.amount().doubleValue());
    }
}
