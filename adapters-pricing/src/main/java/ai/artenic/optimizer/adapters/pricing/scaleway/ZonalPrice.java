package ai.artenic.optimizer.adapters.pricing.scaleway;

import ai.artenic.optimizer.adapters.pricing.spi.Json;
import ai.artenic.optimizer.adapters.pricing.spi.Quote;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// What the public catalogue says of one instance type in one zone.
///
/// @param perHour whatever unit of time the catalogue has
record ZonalPrice(String type, String zone, BigDecimal perHour, JsonNode product) {
    private static final Set<String> ON_SALE = Set.of("general_availability", "public_beta");
    private static final String WINDOWS = "-WIN";
    private static final Map<String, Integer> PER_HOUR = Map.of("hour", 1, "minute", 60);
    private static final double BYTES_PER_GIB = 1L << 30;

    /// A product has no price that can be understood.
    static final class UnclearProductException extends Exception {
        private static final long serialVersionUID = 1L;

        UnclearProductException(String message) {
            super(message);
        }
    }

    /// Reads a product; empty if it is no machine with Linux that is on sale.
    ///
    /// @throws UnclearProductException if it is, but the price cannot be understood
    static Optional<ZonalPrice> read(JsonNode product) throws UnclearProductException {
        String type = type(product);
        boolean isInstance = product.path("product_category").asString("").equals("Instance");
        if (!isInstance || !ON_SALE.contains(product.path("status").asString("")) || type.endsWith(WINDOWS)) {
            return Optional.empty();
        }
        Optional<String> zone = Json.text(product.path("locality").path("zone"));
        if (type.isEmpty() || zone.isEmpty()) {
            throw new UnclearProductException("has no name or no zone");
        }
        BigDecimal price = price(product);
        return price.signum() == 0 ? Optional.empty() : Optional.of(new ZonalPrice(type, zone.get(), price, product));
    }

    /// The name under which it is ordered: `VC1L`, where the product is called `VC1-L`.
    static String type(JsonNode product) {
        return Json.text(product.path("properties").path("instance").path("offer_id"))
                .or(() -> Json.text(product.path("product")))
                .orElse("");
    }

    private static BigDecimal price(JsonNode product) throws UnclearProductException {
        JsonNode price = product.path("price").path("retail_price");
        String currency = price.path("currency_code").asString("no currency");
        if (!currency.equals("EUR")) {
            throw new UnclearProductException("is priced in " + currency);
        }
        JsonNode measure = product.path("unit_of_measure");
        String unit = measure.path("unit").asString("nothing");
        if (!PER_HOUR.containsKey(unit) || measure.path("size").asInt(0) != 1) {
            throw new UnclearProductException(
                    "is priced per " + measure.path("size").asInt(0) + " " + unit);
        }
        return Json.money(price)
                .orElseThrow(() -> new UnclearProductException("has a price that is no number"))
                .multiply(BigDecimal.valueOf(PER_HOUR.get(unit)));
    }

    /// The region of the zone: `fr-par` of `fr-par-1`.
    String region() {
        return zone.replaceFirst("-\\d+$", "");
    }

    /// Tells price and hardware to a quote.
    Quote tell(Quote quote) {
        JsonNode hardware = product.path("properties").path("hardware");
        Json.size(hardware.path("cpu").path("virtual").path("count")).ifPresent(quote::vcpus);
        Json.size(hardware.path("ram").path("size")).ifPresent(bytes -> quote.memoryGb(bytes / BYTES_PER_GIB));
        JsonNode gpu = hardware.path("gpu");
        Json.text(gpu.path("type"))
                .ifPresent(name -> quote.gpu(name, Json.size(gpu.path("count")).orElse(Double.NaN)));
        return quote.onDemand(perHour);
    }
}
