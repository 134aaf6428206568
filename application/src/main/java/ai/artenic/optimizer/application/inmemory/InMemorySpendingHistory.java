package ai.artenic.optimizer.application.inmemory;

import ai.artenic.optimizer.application.port.OutcomeLog;
import ai.artenic.optimizer.application.port.SpendingHistory;
import ai.artenic.optimizer.domain.cost.history.Days;
import ai.artenic.optimizer.domain.cost.history.Grouping;
import ai.artenic.optimizer.domain.cost.history.MetricMoves;
import ai.artenic.optimizer.domain.cost.history.Spend;
import ai.artenic.optimizer.domain.cost.history.SpendGroup;
import ai.artenic.optimizer.domain.cost.history.SpendRow;
import ai.artenic.optimizer.domain.cost.history.SpentAt;
import ai.artenic.optimizer.domain.offer.Provider;
import ai.artenic.optimizer.domain.outcome.KeptOutcome;
import ai.artenic.optimizer.domain.outcome.MetricChange;
import ai.artenic.optimizer.domain.outcome.Outcome;
import ai.artenic.optimizer.domain.outcome.Run;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Sums up what a log keeps, outcome by outcome, whenever it is asked.
public final class InMemorySpendingHistory implements SpendingHistory {
    private static final Comparator<SpendRow> ORDER =
            Comparator.comparing(SpendRow::day).thenComparing(SpendRow::group);

    private final OutcomeLog log;

    public InMemorySpendingHistory(OutcomeLog log) {
        this.log = log;
    }

    @Override
    public List<SpendRow> daily(Days days, Grouping grouping, Optional<Provider> provider) {
        var sums = new TreeMap<SpendRow, Spend>(ORDER);
        spent(days, provider).forEach(kept -> {
            var key = new SpendRow(
                    Days.of(SpentAt.of(kept)), group(kept.assessed().outcome().run(), grouping), Spend.NONE);
            sums.merge(key, spend(kept.assessed().outcome()), Spend::plus);
        });
        return sums.entrySet().stream()
                .map(sum -> new SpendRow(sum.getKey().day(), sum.getKey().group(), sum.getValue()))
                .toList();
    }

    @Override
    public List<MetricMoves> metrics(Days days, Optional<Provider> provider) {
        var sums = new TreeMap<String, MetricMoves>();
        spent(days, provider)
                .map(kept -> kept.assessed().outcome())
                .filter(Outcome::succeeded)
                .flatMap(outcome ->
                        outcome
                                .metric()
                                .flatMap(metric ->
                                        moves(metric, outcome.run().cost().amount()))
                                .stream())
                .forEach(moves -> sums.merge(moves.metric(), moves, MetricMoves::plus));
        return List.copyOf(sums.values());
    }

    private static Optional<MetricMoves> moves(MetricChange metric, BigDecimal cost) {
        return metric.before().isEmpty() || metric.after().isEmpty()
                ? Optional.empty()
                : Optional.of(MetricMoves.of(
                        metric.name(),
                        BigDecimal.valueOf(metric.after().getAsDouble())
                                .subtract(BigDecimal.valueOf(metric.before().getAsDouble())),
                        cost));
    }

    private static SpendGroup group(Run run, Grouping grouping) {
        String provider = run.provider().key();
        return switch (grouping) {
            case NONE -> SpendGroup.ALL;
            case PROVIDER -> new SpendGroup(provider, "");
            case INSTANCE_TYPE -> new SpendGroup(provider, run.instanceType());
            case REGION -> new SpendGroup(provider, run.region().orElse(SpendGroup.UNKNOWN_REGION));
        };
    }

    private static Spend spend(Outcome outcome) {
        BigDecimal cost = outcome.run().cost().amount();
        return new Spend(
                cost,
                1,
                BigDecimal.valueOf(outcome.run().hours()),
                outcome.succeeded() ? 0 : 1,
                outcome.succeeded() ? BigDecimal.ZERO : cost);
    }

    private Stream<KeptOutcome> spent(Days days, Optional<Provider> provider) {
        return WholeLog.of(log, provider.map(Provider::key)).stream()
                .filter(kept -> days.contains(Days.of(SpentAt.of(kept))));
    }
}
