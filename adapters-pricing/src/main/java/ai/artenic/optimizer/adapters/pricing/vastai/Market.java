package ai.artenic.optimizer.adapters.pricing.vastai;

import ai.artenic.optimizer.adapters.pricing.spi.Json;
import ai.artenic.optimizer.adapters.pricing.vastai.HostOffer.UnclearOfferException;
import ai.artenic.optimizer.domain.offer.GpuCatalog;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// What all hosts offer at the moment, in one way of renting.
///
/// @param listed offers in the answer
/// @param offers those that can be had
/// @param unclear reasons by the id of what could not be understood
record Market(int listed, List<HostOffer> offers, Map<String, String> unclear) {
    /// Reads the answer offer by offer.
    ///
    /// @throws tools.jackson.core.JacksonException if it has no list of offers
    static Market read(InputStream body, Rental rental, BigDecimal diskGb, GpuCatalog known) {
        List<HostOffer> offers = new ArrayList<>();
        Map<String, String> unclear = new LinkedHashMap<>();
        int[] listed = {0};
        Json.forEach(body, "offers", offer -> {
            listed[0]++;
            try {
                HostOffer.read(offer, rental, diskGb, known).ifPresent(offers::add);
            } catch (UnclearOfferException e) {
                unclear.put("offer " + id(offer), String.valueOf(e.getMessage()));
            }
        });
        return new Market(listed[0], List.copyOf(offers), unclear);
    }

    /// The cheapest of each instance type in each region.
    Map<String, HostOffer> cheapest() {
        return offers.stream()
                .collect(Collectors.toMap(
                        offer -> offer.instanceType() + "/" + offer.region(),
                        offer -> offer,
                        (one, other) -> other.perHour().compareTo(one.perHour()) < 0 ? other : one,
                        LinkedHashMap::new));
    }

    private static String id(JsonNode offer) {
        return Json.decimal(offer.path("id")).map(BigDecimal::toPlainString).orElse("without id");
    }
}
