package ai.artenic.optimizer.adapters.pricing.gcp;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// Writes pages of the billing catalogue, in its shape and with prices of our own.
final class Skus {
    private Skus() {}

    /// A SKU for the region `us-central1`, in USD.
    static String sku(String description, String usage, String unit, String units, long nanos) {
        return sku(description, usage, unit, price("USD", units, nanos), "us-central1");
    }

    static String sku(String description, String usage, String unit, String price, String... regions) {
        String where = Arrays.stream(regions).map(region -> '"' + region + '"').collect(Collectors.joining(","));
        return """
                {"skuId": "0000-0000-0000", "description": "%s",
                 "category": {"resourceFamily": "Compute", "usageType": "%s"}, "serviceRegions": [%s],
                 "pricingInfo": [{"pricingExpression": {"usageUnit": "%s", "displayQuantity": 1,
                   "tieredRates": [{"startUsageAmount": 0, "unitPrice": %s}]}}]}""".formatted(description, usage, where, unit, price);
    }

    static String price(String currency, String units, long nanos) {
        return "{\"currencyCode\": \"%s\", \"units\": \"%s\", \"nanos\": %d}".formatted(currency, units, nanos);
    }

    static String page(List<String> skus, String next) {
        return "{\"skus\": [" + String.join(",\n", skus) + "], \"nextPageToken\": \"" + next + "\"}";
    }
}
