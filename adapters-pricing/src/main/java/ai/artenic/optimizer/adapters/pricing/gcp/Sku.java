package ai.artenic.optimizer.adapters.pricing.gcp;

import ai.artenic.optimizer.adapters.pricing.spi.Json;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// The price of a part of machines for one hour.
///
/// @param spot whether the machine may be taken back
/// @param regions where the price holds
record Sku(String description, Part part, boolean spot, List<String> regions, BigDecimal perHour) {
    private static final Set<String> USAGES = Set.of("OnDemand", "Preemptible");
    /// What is no plain price of a part although its usage type says so.
    private static final List<String> OTHER_TERMS = List.of(
            "sole tenancy",
            "reserved",
            "custom",
            "premium",
            "suspended",
            "dws",
            "calendar mode",
            "defined duration",
            "commitment",
            "extended",
            "capacity optimized");
    private static final Pattern PLACE = Pattern.compile(" (running )?in .*");
    private static final String SPOT = "Spot Preemptible ";
    private static final String SPOT_MACHINE = " attached to Spot Preemptible VMs";
    private static final BigDecimal HOURS_PER_MONTH = BigDecimal.valueOf(730);
    private static final int DECIMALS = 15;

    /// A SKU of a part has no price that can be understood.
    static final class UnclearSkuException extends Exception {
        private static final long serialVersionUID = 1L;

        UnclearSkuException(String message) {
            super(message);
        }
    }

    /// Reads a SKU of the catalogue; empty if it is no plain price of a part of machines.
    ///
    /// @throws UnclearSkuException if it is, but the price cannot be understood
    static Optional<Sku> read(JsonNode sku, String currency) throws UnclearSkuException {
        String description = sku.path("description").asString("");
        String usage = sku.path("category").path("usageType").asString("");
        String lower = description.toLowerCase(Locale.ROOT);
        if (!USAGES.contains(usage) || OTHER_TERMS.stream().anyMatch(lower::contains)) {
            return Optional.empty();
        }
        String plain = PLACE.matcher(description).replaceFirst("");
        boolean spot = usage.equals("Preemptible") || plain.startsWith(SPOT) || plain.endsWith(SPOT_MACHINE);
        plain = plain.startsWith(SPOT) ? plain.substring(SPOT.length()) : plain;
        Optional<Part> part = Part.of(plain.replace(SPOT_MACHINE, ""));
        if (part.isEmpty()) {
            return Optional.empty();
        }
        List<String> regions = sku.path("serviceRegions")
                .valueStream()
                .flatMap(region -> Json.text(region).stream())
                .toList();
        BigDecimal perHour = perHour(sku.path("pricingInfo").path(0).path("pricingExpression"), part.get(), currency);
        return perHour.signum() == 0
                ? Optional.empty()
                : Optional.of(new Sku(description, part.get(), spot, regions, perHour));
    }

    private static BigDecimal perHour(JsonNode expression, Part part, String currency) throws UnclearSkuException {
        List<JsonNode> rates = expression.path("tieredRates").valueStream().toList();
        if (rates.isEmpty()) {
            throw new UnclearSkuException("has no price");
        }
        JsonNode price = rates.getLast().path("unitPrice");
        if (!price.path("currencyCode").asString("").equals(currency)) {
            throw new UnclearSkuException(
                    "is priced in " + price.path("currencyCode").asString("no currency"));
        }
        BigDecimal perUnit =
                Json.money(price).orElseThrow(() -> new UnclearSkuException("has a price that is no number"));
        return switch (part.resource() + " per " + expression.path("usageUnit").asString("nothing")) {
            case "CORE per h", "ACCELERATOR per h", "SLICE per h", "RAM per GiBy.h", "LOCAL_SSD per GiBy.h" -> perUnit;
            case "LOCAL_SSD per GiBy.mo" -> perUnit.divide(HOURS_PER_MONTH, DECIMALS, RoundingMode.HALF_EVEN);
            case String other -> throw new UnclearSkuException("is priced as " + other);
        };
    }
}
