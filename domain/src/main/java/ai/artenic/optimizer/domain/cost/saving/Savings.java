package ai.artenic.optimizer.domain.cost.saving;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the jobs of a period saved, and could have saved. Sums are exact, and no job is in two of them.
///
/// @param actualEur cost of all jobs
/// @param comparedEur cost of those that followed, could have saved, or had no alternative
/// @param realisedEur saved by the jobs that followed their recommendation; below 0 where that cost more
/// @param open jobs that could have saved, all of them
/// @param opportunities the greatest of these, the greatest first
/// @param others those beyond
/// @param claims empty where no job followed
public record Savings(
        Counts counts,
        BigDecimal actualEur,
        BigDecimal comparedEur,
        BigDecimal realisedEur,
        OpenCost open,
        List<Opportunity> opportunities,
        OpenCost others,
        Optional<Claims> claims) {
    public Savings {
        opportunities = List.copyOf(opportunities);
    }

    /// Jobs by what became of them: each is counted once, but for `followedWithoutBaseline`, which are part
    /// of `followed`.
    public record Counts(
            long followed,
            long followedWithoutBaseline,
            long open,
            long withoutAlternative,
            long failed,
            Map<Verdict.Why, Long> notComparable) {
        public Counts {
            notComparable = Map.copyOf(notComparable);
        }

        public long compared() {
            return followed + open + withoutAlternative;
        }

        public long all() {
            return compared()
                    + failed
                    + notComparable.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /// What the compared jobs would have cost on the first choices.
    public BigDecimal recommendedEur() {
        return comparedEur.subtract(openEur());
    }

    public BigDecimal openEur() {
        return open.saving().expected().amount();
    }

    /// Realised and open.
    public BigDecimal savingsEur() {
        return realisedEur.add(openEur());
    }
}
