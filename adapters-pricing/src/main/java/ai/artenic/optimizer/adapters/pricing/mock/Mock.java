package ai.artenic.optimizer.adapters.pricing.mock;

import ai.artenic.optimizer.adapters.pricing.spi.Freshness;
import ai.artenic.optimizer.adapters.pricing.spi.OfferSheet;
import ai.artenic.optimizer.adapters.pricing.spi.PriceSourceProvider;
import ai.artenic.optimizer.adapters.pricing.spi.Quote;
import ai.artenic.optimizer.adapters.pricing.spi.SourceTools;
import ai.artenic.optimizer.adapters.pricing.spi.UnreadableSourceException;
import ai.artenic.optimizer.adapters.pricing.spi.WebPriceSource;
import ai.artenic.optimizer.application.port.PriceSource;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A provider that does not exist, for demonstrations and tests: the same offers at the same invented prices at every
/// reading, without a network. It takes part only where `pricing.live` names it. `pricing.mock.broken`, set to a
/// reason, makes it fail for that reason.
public final class Mock implements PriceSourceProvider {
    private static final String ORIGIN = "Mock (invented prices)";

    /// Price of each region as a multiple of the price in the first.
    private static final Map<String, BigDecimal> REGIONS =
            Map.of("mock-north", BigDecimal.ONE, "mock-south", new BigDecimal("1.15"));

    /// @param gpu empty for a machine without accelerators
    private record Type(String name, int vcpus, int memoryGb, String gpu, int gpus, String onDemand, String spot) {}

    private static final List<Type> TYPES = List.of(
            new Type("cpu-8", 8, 32, "", 0, "0.32", "0.11"),
            new Type("cpu-32", 32, 128, "", 0, "1.28", "0.44"),
            new Type("t4-1", 4, 16, "T4", 1, "0.42", "0.15"),
            new Type("l4-1", 8, 32, "L4", 1, "0.71", "0.29"),
            new Type("a100-1", 12, 120, "A100-80GB", 1, "2.40", "1.05"),
            new Type("a100-8", 96, 960, "A100-80GB", 8, "19.20", "8.40"),
            new Type("h100-8", 192, 1920, "H100", 8, "26.40", "12.80"),
            new Type("b200-8", 192, 2048, "B200", 8, "44.00", ""));

    /// For [java.util.ServiceLoader].
    public Mock() {}

    @Override
    public String key() {
        return "mock";
    }

    @Override
    public Set<String> hosts() {
        return Set.of();
    }

    @Override
    public Set<String> settings() {
        return Set.of("broken");
    }

    @Override
    public Freshness freshness() {
        return Freshness.HOURS;
    }

    @Override
    public boolean isReal() {
        return false;
    }

    @Override
    public PriceSource create(SourceTools tools) {
        return new WebPriceSource(ORIGIN, () -> read(tools));
    }

    private static OfferSheet read(SourceTools tools) throws UnreadableSourceException {
        Optional<String> broken = tools.settings().text("broken");
        if (broken.isPresent()) {
            throw new UnreadableSourceException("broken on purpose: " + broken.get());
        }
        OfferSheet sheet = tools.sheets().sheet(ORIGIN, "EUR", tools.clock().instant());
        REGIONS.forEach((region, factor) -> TYPES.forEach(type -> sheet.add(quote(type, region, factor))));
        return sheet;
    }

    private static Quote quote(Type type, String region, BigDecimal factor) {
        Quote quote = Quote.of(type.name(), region)
                .vcpus(type.vcpus())
                .memoryGb(type.memoryGb())
                .onDemand(new BigDecimal(type.onDemand()).multiply(factor));
        if (type.gpus() > 0) {
            quote.gpu(type.gpu(), type.gpus());
        }
        return type.spot().isEmpty() ? quote : quote.spot(new BigDecimal(type.spot()).multiply(factor));
    }
}
