package ai.artenic.optimizer.domain.ranking;

import ai.artenic.optimizer.domain.estimate.DurationEstimate;
import ai.artenic.optimizer.domain.quantity.Eur;
import ai.artenic.optimizer.domain.quantity.EurPerHour;
import ai.artenic.optimizer.domain.quantity.GigaBytes;
import ai.artenic.optimizer.domain.quantity.Hours;
import ai.artenic.optimizer.domain.quantity.Interval;
import java.util.Optional;

/// What a candidate is expected to need and to cost, with the width of the estimates.
final class CandidateIntervals {
    private CandidateIntervals() {}

    /// Hours of the job, interruptions included.
    static Interval<Hours> hours(Candidate candidate, KindScorer scorer) {
        DurationEstimate duration = candidate.kind().estimate().duration();
        return new Interval<>(
                running(candidate, scorer, duration.low()),
                running(candidate, scorer, duration.expected()),
                running(candidate, scorer, duration.high()));
    }

    /// EUR of the job, for its hours.
    static Interval<Eur> cost(Candidate candidate, Interval<Hours> hours) {
        ScoredKind kind = candidate.kind();
        return hours.map(value -> Eur.of(kind.billing().hours(value.value()) * candidate.price() * kind.nodes()));
    }

    /// GPU memory needed on each GPU; empty for machines without GPUs.
    static Optional<Interval<GigaBytes>> memory(Candidate candidate) {
        return candidate
                .kind()
                .estimate()
                .memory()
                .map(need -> new Interval<>(
                        new GigaBytes(need.low()), new GigaBytes(need.expected()), new GigaBytes(need.high())));
    }

    /// Price of one node.
    static EurPerHour price(Candidate candidate) {
        return candidate.kind().spot()
                ? candidate.offer().spot().orElseThrow()
                : candidate.offer().onDemand();
    }

    /// Hours of running with interruptions, for so many uninterrupted ones.
    private static Hours running(Candidate candidate, KindScorer scorer, double hours) {
        return new Hours(hours * scorer.slowdown(candidate.kind(), hours));
    }
}
