package ai.artenic.optimizer.domain.evaluation;

import ai.artenic.optimizer.domain.estimate.DurationEstimate;
import ai.artenic.optimizer.domain.estimate.DurationEstimator;
import ai.artenic.optimizer.domain.estimate.ModelProfiler;
import ai.artenic.optimizer.domain.offer.GpuCatalog;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Holds the order of predicted hours and the pick by predicted cost, see [PredictedCostOrder], against what each
/// candidate really cost.
public final class CandidateEvaluation {
    private final GpuCatalog gpus;
    private final Map<String, List<Predicted>> byWorkload = new LinkedHashMap<>();

    /// @param gpus the hardware table
    public CandidateEvaluation(GpuCatalog gpus) {
        this.gpus = gpus;
    }

    private record Predicted(CandidatePoint point, DurationEstimate hours) {
        double cost() {
            return point.pricePerHour() * point.nodes() * hours.expected();
        }

        double expectedHours() {
            return hours.expected();
        }
    }

    /// Takes one candidate into account.
    public void add(CandidatePoint point) {
        DurationEstimate hours = new DurationEstimator(ModelProfiler.profile(point.workload()), gpus)
                .estimate(point.machine(), point.nodes());
        byWorkload.computeIfAbsent(point.workloadId(), id -> new ArrayList<>()).add(new Predicted(point, hours));
    }

    /// The report on all candidates added so far.
    public CandidateReport report() {
        var errors = new PredictionErrors();
        double tau = 0;
        double regret = 0;
        int failed = 0;
        int workloads = 0;
        for (List<Predicted> candidates : byWorkload.values()) {
            List<Predicted> succeeded =
                    candidates.stream().filter(one -> one.point().success()).toList();
            if (succeeded.isEmpty()) {
                continue;
            }
            workloads++;
            succeeded.forEach(one -> errors.add(
                    one.expectedHours(),
                    one.point().hours(),
                    one.hours().low(),
                    one.hours().high()));
            tau += KendallTau.of(
                    succeeded.stream().mapToDouble(Predicted::expectedHours).toArray(),
                    succeeded.stream().mapToDouble(one -> one.point().hours()).toArray());
            CandidatePoint pick = pick(candidates).point();
            failed += pick.success() ? 0 : 1;
            regret += regret(pick, succeeded);
        }
        return new CandidateReport(errors.summary(), workloads, tau / workloads, regret / workloads, failed);
    }

    private static double regret(CandidatePoint pick, List<Predicted> succeeded) {
        double best =
                succeeded.stream().mapToDouble(one -> one.point().cost()).min().orElseThrow();
        return pick.success() ? Regret.of(pick.cost(), best) : Regret.OF_FAILURE;
    }

    private static Predicted pick(List<Predicted> candidates) {
        double[] scores = PredictedCostOrder.scores(candidates.stream()
                .map(one -> new PredictedCostOrder.Predicted(
                        one.cost(), one.expectedHours(), one.point().nodes()))
                .toArray(PredictedCostOrder.Predicted[]::new));
        return candidates.get(Places.bestFirst(scores)[0]);
    }
}
