package ai.artenic.optimizer.adapters.pricing.gcp;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Prices of parts by region.
final class Rates {
    private final Map<Rate, BigDecimal> prices = new HashMap<>();
    private final Set<String> regions = new TreeSet<>();

    private record Rate(Part part, String region, boolean spot) {}

    /// Takes the prices of a SKU.
    ///
    /// @return whether they are the only ones; of two the higher one counts, as nobody should be told too little
    boolean add(Sku sku) {
        boolean isOnly = true;
        for (String region : sku.regions()) {
            regions.add(region);
            var rate = new Rate(sku.part(), region, sku.spot());
            isOnly &= prices.getOrDefault(rate, sku.perHour()).compareTo(sku.perHour()) == 0;
            prices.merge(rate, sku.perHour(), BigDecimal::max);
        }
        return isOnly;
    }

    Set<String> regions() {
        return regions;
    }

    /// Price of a machine for one hour; empty if a part of it is not sold there.
    Optional<BigDecimal> price(Bill bill, String region, boolean spot) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Bill.Line line : bill.lines()) {
            BigDecimal each = prices.get(new Rate(line.part(), region, spot));
            if (each == null && line.otherwise().isPresent()) {
                each = prices.get(new Rate(line.otherwise().get(), region, spot));
            }
            if (each == null) {
                return Optional.empty();
            }
            sum = sum.add(each.multiply(line.quantity()));
        }
        return Optional.of(sum);
    }
}
