package ai.artenic.optimizer.adapters.pricing.runpod;

import ai.artenic.optimizer.adapters.pricing.spi.Json;
import ai.artenic.optimizer.adapters.pricing.spi.Quote;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// A number of GPUs of one type in one tier, with what RunPod says of them. All its prices are per GPU.
record Pod(JsonNode type, Tier tier, int gpus) {
    /// Whether so many GPUs of the type are rented in the tier; one, where it is not said how many.
    boolean exists() {
        return type.path(tier.has()).asBoolean(true)
                && gpus <= type.path("maxGpuCount").asInt(1);
    }

    /// Its name: `8x_H100-SXM_SECURE`.
    String instanceType() {
        return gpus + "x_" + gpuName() + "_" + tier;
    }

    /// Whether somebody rents it out in the place that was asked about.
    boolean hasHost() {
        return price(type.path("lowestPrice").path("uninterruptablePrice")).isPresent()
                || Json.text(type.path("lowestPrice").path("stockStatus")).isPresent();
    }

    /// What it costs in a region, by the hour of all its GPUs.
    Quote quote(String region) {
        JsonNode lowest = type.path("lowestPrice");
        Quote quote = Quote.of(instanceType(), region)
                .gpu(type.path("id").asString(""), gpus)
                .available(Json.text(lowest.path("stockStatus"))
                        .filter(stock -> !stock.equals("None"))
                        .isPresent());
        Json.size(type.path("memoryInGb")).ifPresent(quote::gpuMemoryGb);
        Json.size(lowest.path("minVcpu")).ifPresent(quote::vcpus);
        Json.size(lowest.path("minMemory")).ifPresent(quote::memoryGb);
        perGpu().map(this::ofAll).ifPresent(quote::onDemand);
        bid().map(this::ofAll).ifPresent(quote::spot);
        return quote;
    }

    /// The tier's own price, which is what is billed; the lowest one found may be another tier's.
    private Optional<BigDecimal> perGpu() {
        return price(type.path(tier.price()))
                .or(() -> price(type.path("lowestPrice").path("uninterruptablePrice")));
    }

    /// Where pods are not auctioned, the least bid is the price without interruption or above.
    private Optional<BigDecimal> bid() {
        JsonNode lowest = type.path("lowestPrice");
        return price(lowest.path("minimumBidPrice"))
                .filter(bid -> isBelow(bid, price(lowest.path("uninterruptablePrice"))) && isBelow(bid, perGpu()));
    }

    private static boolean isBelow(BigDecimal bid, Optional<BigDecimal> price) {
        return price.map(known -> bid.compareTo(known) < 0).orElse(false);
    }

    private BigDecimal ofAll(BigDecimal perGpu) {
        return perGpu.multiply(BigDecimal.valueOf(gpus));
    }

    private static Optional<BigDecimal> price(JsonNode node) {
        return Json.decimal(node).filter(price -> price.signum() != 0);
    }

    /// The display name without blanks, as in `RTX4000-Ada`. PCIe is what is meant where nothing else is said, and an
    /// A100 needs its memory: `A100-80GB-SXM`.
    private String gpuName() {
        String shown = type.path("displayName").asString("");
        String joined =
                shown.replaceFirst("(?i)^(RTX|GTX) (PRO )?(?=A?\\d)", "$1$2").replaceFirst("PRO ", "PRO");
        List<String> words = Arrays.stream(joined.strip().split("\\s+"))
                .filter(word -> !word.equalsIgnoreCase("PCIe"))
                .toList();
        return words.getFirst().equals("A100") ? a100(words) : String.join("-", words);
    }

    private String a100(List<String> words) {
        String memory = Json.decimal(type.path("memoryInGb"))
                .map(gb -> "-" + gb.stripTrailingZeros().toPlainString() + "GB")
                .orElse("");
        return "A100" + memory
                + words.stream()
                        .skip(1)
                        .filter(word -> !word.matches("\\d+GB"))
                        .map(word -> "-" + word)
                        .collect(Collectors.joining());
    }
}
