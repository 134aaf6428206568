package ai.artenic.optimizer.adapters.pricing.aws;

import ai.artenic.optimizer.adapters.pricing.spi.Json;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// The on-demand terms of one product.
final class OnDemandTerms {
    /// The term that is plain on-demand use; others have upfront fees.
    static final String CODE = "JRTCKXETXF";
    static final String UNIT = "Hrs";
    static final String CURRENCY = "USD";

    private OnDemandTerms() {}

    /// Dollars per hour as written; empty where there is no such price.
    ///
    /// @param terms by product and term code
    static Optional<String> hourly(JsonNode terms) {
        return terms.propertyStream()
                .filter(term -> term.getKey().endsWith("." + CODE))
                .map(Map.Entry::getValue)
                .flatMap(term -> term.path("priceDimensions").valueStream())
                .filter(dimension -> UNIT.equals(dimension.path("unit").asString("")))
                .flatMap(dimension -> Json.text(dimension.path("pricePerUnit").path(CURRENCY)).stream())
                .findFirst();
    }
}
