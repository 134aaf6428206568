package ai.artenic.optimizer.domain.ranking;

import ai.artenic.optimizer.domain.quantity.Eur;
import ai.artenic.optimizer.domain.quantity.EurPerHour;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/// The counterfactual of a candidate that is not first: at which price it would be, all else equal.
final class FirstIf {
    private static final BigDecimal STEP = BigDecimal.ONE.movePointLeft(Eur.SCALE);
    private static final int STEPS = 8;

    private FirstIf() {}

    /// The highest price per node hour, to six places, at which `candidate` outranks `first`; empty if it is the first,
    /// or if no positive price suffices.
    static Optional<EurPerHour> price(Candidate candidate, Candidate first) {
        ScoredKind kind = candidate.kind();
        if (candidate.equals(first) || kind.weight() == 0) {
            return Optional.empty();
        }
        double needed = (first.score() - kind.base()) / kind.weight();
        if (needed >= 1) {
            return Optional.empty();
        }
        double logPrice = CostEfficiency.inverse(Math.max(needed, Double.MIN_NORMAL))
                - kind.logCostPerPrice()
                - Math.log10(candidate.lesson().riskFactor());
        double bound = Math.min(candidate.price(), Math.pow(10, logPrice));
        BigDecimal price = BigDecimal.valueOf(bound).setScale(Eur.SCALE, RoundingMode.FLOOR);
        for (int i = 0; i < STEPS && price.signum() > 0; i++, price = price.subtract(STEP)) {
            if (outranks(candidate, first, price.doubleValue())) {
                return Optional.of(new EurPerHour(price));
            }
        }
        return Optional.empty();
    }

    private static boolean outranks(Candidate candidate, Candidate first, double price) {
        ScoredKind kind = candidate.kind();
        var cheaper = Candidate.of(candidate.offer(), kind, price, candidate.lesson());
        return Candidate.BEST_FIRST.compare(cheaper, first) < 0;
    }
}
