package ai.artenic.optimizer.domain.cost.history;

import java.math.BigDecimal;

/// How jobs that succeeded moved their primary metric, and what they cost.
///
/// @param rises of those that raised it
/// @param falls of those that lowered it
/// @param unmoved of those that left it where it was
public record MetricMoves(String metric, Moves rises, Moves falls, Moves unmoved) {

    /// @param change sum of the differences, without sign
    public record Moves(BigDecimal change, BigDecimal costEur, long jobs) {
        public static final Moves NONE = new Moves(BigDecimal.ZERO, BigDecimal.ZERO, 0);

        public Moves {
            change = change.stripTrailingZeros();
            costEur = costEur.stripTrailingZeros();
        }

        public Moves plus(Moves other) {
            return new Moves(change.add(other.change), costEur.add(other.costEur), jobs + other.jobs);
        }
    }

    /// A job that moved a metric by so much.
    public static MetricMoves of(String metric, BigDecimal change, BigDecimal costEur) {
        var moves = new Moves(change.abs(), costEur, 1);
        return new MetricMoves(
                metric,
                change.signum() > 0 ? moves : Moves.NONE,
                change.signum() < 0 ? moves : Moves.NONE,
                change.signum() == 0 ? moves : Moves.NONE);
    }

    /// @param other of the same metric
    public MetricMoves plus(MetricMoves other) {
        return new MetricMoves(metric, rises.plus(other.rises), falls.plus(other.falls), unmoved.plus(other.unmoved));
    }
}
