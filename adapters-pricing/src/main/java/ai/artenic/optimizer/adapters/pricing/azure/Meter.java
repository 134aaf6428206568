package ai.artenic.optimizer.adapters.pricing.azure;

import ai.artenic.optimizer.adapters.pricing.spi.Json;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// A price of the retail list that holds for a Linux machine, per hour.
///
/// @param size the machine, such as `Standard_NC24ads_A100_v4`
/// @param spot whether it is the price of a machine that may be taken back
/// @param primary whether the meter belongs to this region in the first place
/// @param since when the price began to hold, or will
record Meter(String size, boolean spot, BigDecimal price, String currency, boolean primary, Instant since) {
    private static final String SERVICE = "Virtual Machines";
    private static final String CONSUMPTION = "Consumption";
    private static final String HOUR = "1 Hour";
    /// Products that are no plain Linux machine, whatever the filter of the question lets through.
    private static final Set<String> OTHER_PRODUCTS = Set.of("windows", "dedicated", "cloudservices", "cloud services");

    /// Whether the item is a price for use of a shared Linux machine in this region: no reservation (whose price is
    /// that of the whole term), no subscription for tests, no Windows, no dedicated host, no low-priority node, no
    /// tier for large amounts.
    static boolean isOfInterest(JsonNode item, String region) {
        String product = item.path("productName").asString("").toLowerCase(Locale.ROOT);
        return SERVICE.equals(item.path("serviceName").asString(SERVICE))
                && CONSUMPTION.equals(item.path("type").asString(""))
                && region.equals(item.path("armRegionName").asString(""))
                && OTHER_PRODUCTS.stream().noneMatch(product::contains)
                && names(item).noneMatch(name -> name.contains("Low Priority"))
                && Json.size(item.path("tierMinimumUnits")).isEmpty();
    }

    /// The price that the item names.
    ///
    /// @throws MalformedMeterException if it cannot be understood
    static Meter of(JsonNode item) throws MalformedMeterException {
        require(HOUR.equals(item.path("unitOfMeasure").asString("")), "is not priced by the hour");
        Optional<BigDecimal> price = Json.decimal(item.path("retailPrice"));
        require(price.isPresent(), "has no price");
        require(price.orElseThrow().signum() != 0, "costs 0");
        return new Meter(
                Json.text(item.path("armSkuName")).orElseThrow(() -> new MalformedMeterException("names no machine")),
                names(item).anyMatch(name -> name.endsWith("Spot")),
                price.orElseThrow(),
                item.path("currencyCode").asString("USD"),
                item.path("isPrimaryMeterRegion").asBoolean(true),
                since(item));
    }

    private static Stream<String> names(JsonNode item) {
        return Stream.of(
                item.path("meterName").asString(""), item.path("skuName").asString(""));
    }

    private static Instant since(JsonNode item) throws MalformedMeterException {
        try {
            return Instant.parse(item.path("effectiveStartDate").asString(""));
        } catch (DateTimeException _) {
            throw new MalformedMeterException("does not say since when it holds");
        }
    }

    private static void require(boolean condition, String otherwise) throws MalformedMeterException {
        if (!condition) {
            throw new MalformedMeterException(otherwise);
        }
    }

    /// Whether this one counts rather than the other: the primary meter, then the newer price.
    boolean goesBefore(Meter other) {
        return primary == other.primary ? since.isAfter(other.since) : primary;
    }

    /// An item is no price.
    static final class MalformedMeterException extends Exception {
        private static final long serialVersionUID = 1L;

        MalformedMeterException(String message) {
            super(message);
        }
    }
}
