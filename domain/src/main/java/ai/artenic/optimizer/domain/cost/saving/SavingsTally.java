package ai.artenic.optimizer.domain.cost.saving;

import ai.artenic.optimizer.domain.cost.anomaly.SpentJob;
import ai.artenic.optimizer.domain.cost.saving.Savings.Counts;
import ai.artenic.optimizer.domain.cost.saving.Verdict.Claim;
import ai.artenic.optimizer.domain.cost.saving.Verdict.Why;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Adds up verdicts; what it keeps grows with the moves, not with the jobs.
public final class SavingsTally {
    private static final Comparator<Opportunity> GREATEST_FIRST = Comparator.comparing(
                    (Opportunity one) -> one.cost().saving().expected())
            .reversed()
            .thenComparing(one -> one.move().name());

    private final Map<Move, OpenJobs> moves = new HashMap<>();
    private final Map<Why, Long> notComparable = new EnumMap<>(Why.class);
    private final Ratios ratios = new Ratios();
    private BigDecimal actual = BigDecimal.ZERO;
    private BigDecimal compared = BigDecimal.ZERO;
    private BigDecimal claimed = BigDecimal.ZERO;
    private BigDecimal realised = BigDecimal.ZERO;
    private long followed;
    private long withoutBaseline;
    private long within;
    private long withoutAlternative;
    private long failed;

    /// Without jobs.
    public SavingsTally() {}

    public void add(SpentJob job, Verdict verdict) {
        BigDecimal cost = job.run().cost().amount();
        actual = actual.add(cost);
        switch (verdict) {
            case Verdict.Failed() -> failed++;
            case Verdict.NotComparable(Why why) -> notComparable.merge(why, 1L, Long::sum);
            case Verdict.WithoutAlternative() -> {
                compared = compared.add(cost);
                withoutAlternative++;
            }
            case Verdict.Followed follower -> {
                compared = compared.add(cost);
                add(follower);
            }
            case Verdict.Open open -> {
                compared = compared.add(cost);
                moves.computeIfAbsent(open.move(), _ -> new OpenJobs())
                        .add(job.jobId(), new OpenCost(1, cost, open.alternative(), open.saving()));
            }
        }
    }

    private void add(Verdict.Followed follower) {
        followed++;
        within += follower.isWithin() ? 1 : 0;
        follower.actualOverPredicted().ifPresent(ratios::add);
        if (follower.claim().isPresent()) {
            Claim claim = follower.claim().get();
            claimed = claimed.add(claim.claimed());
            realised = realised.add(claim.realised());
        } else {
            withoutBaseline++;
        }
    }

    /// @param most opportunities that are told apart
    public Savings result(int most) {
        List<Opportunity> all = moves.entrySet().stream()
                .map(each -> new Opportunity(
                        each.getKey(), each.getValue().cost(), each.getValue().greatest()))
                .sorted(GREATEST_FIRST)
                .toList();
        OpenCost open = sum(all);
        return new Savings(
                new Counts(followed, withoutBaseline, open.jobs(), withoutAlternative, failed, notComparable),
                actual,
                compared,
                realised,
                open,
                all.subList(0, Math.min(most, all.size())),
                sum(all.subList(Math.min(most, all.size()), all.size())),
                claims());
    }

    private Optional<Claims> claims() {
        return followed == 0
                ? Optional.empty()
                : Optional.of(new Claims(followed, claimed, realised, ratios.median(), (double) within / followed));
    }

    private static OpenCost sum(List<Opportunity> opportunities) {
        return opportunities.stream().map(Opportunity::cost).reduce(OpenCost.NONE, OpenCost::plus);
    }
}
