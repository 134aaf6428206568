package ai.artenic.optimizer.domain.evaluation;

import ai.artenic.optimizer.domain.offer.Offer;
import ai.artenic.optimizer.domain.offer.OfferId;
import ai.artenic.optimizer.domain.pricing.QuarantineReason;
import ai.artenic.optimizer.domain.pricing.Quarantined;
import ai.artenic.optimizer.domain.pricing.SanityGate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Leads real price changes through the sanity gate, each against the last believed price of its offer from its
/// source. Whatever the gate holds back of them it holds back wrongly.
public final class GateEvaluation {
    private final Map<Series, Offer> lastGood = new HashMap<>();
    private final Map<QuarantineReason, Integer> reasons = new EnumMap<>(QuarantineReason.class);
    private int changes;
    private int first;

    private record Series(String source, OfferId id) {}

    /// Before the first change.
    public GateEvaluation() {}

    /// Adds the next change; those of one series come in the order of time.
    public void add(PriceChange change) {
        var series = new Series(change.source(), change.offer().id());
        Optional<Offer> before = Optional.ofNullable(lastGood.get(series));
        List<Quarantined> held = SanityGate.inspect(
                        List.of(change.offer()), before.map(List::of).orElse(List.of()))
                .quarantined();
        changes++;
        first += before.isEmpty() ? 1 : 0;
        held.forEach(one -> reasons.merge(one.reason(), 1, Integer::sum));
        if (held.isEmpty()) {
            lastGood.put(series, change.offer());
        }
    }

    /// The figures by name.
    public Map<String, Object> figures() {
        int held = reasons.values().stream().mapToInt(Integer::intValue).sum();
        var figures = new LinkedHashMap<String, Object>();
        figures.put("n", changes);
        figures.put("first_prices", first);
        figures.put("quarantined", held);
        figures.put("false_quarantine_ratio", changes == 0 ? Double.NaN : (double) held / changes);
        for (QuarantineReason reason : QuarantineReason.values()) {
            figures.put(reason.name().toLowerCase(Locale.ROOT), reasons.getOrDefault(reason, 0));
        }
        return figures;
    }
}
