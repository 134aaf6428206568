package ai.artenic.optimizer.adapters.pricing.local;

import ai.artenic.optimizer.adapters.pricing.spi.Freshness;
import ai.artenic.optimizer.adapters.pricing.spi.OfferSheet;
import ai.artenic.optimizer.adapters.pricing.spi.PriceSourceProvider;
import ai.artenic.optimizer.adapters.pricing.spi.Quote;
import ai.artenic.optimizer.adapters.pricing.spi.SourceSettings;
import ai.artenic.optimizer.adapters.pricing.spi.SourceTools;
import ai.artenic.optimizer.adapters.pricing.spi.UnreadableSourceException;
import ai.artenic.optimizer.adapters.pricing.spi.WebPriceSource;
import ai.artenic.optimizer.application.port.PriceSource;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The operator's own machine, at what an hour of work costs its owner:
///
/// ```
/// EUR/h = watts / 1000 x EUR/kWh  +  purchase EUR / lifetime hours
/// ```
///
/// The first term is energy: what the machine draws at the socket while it works; where the room is cooled, times the
/// room's power usage effectiveness. The second spreads the purchase (less what it will be sold for) evenly over the
/// hours that the machine is expected to *work* in its life, not over the hours it exists: three years at a third of
/// the time are 8760 hours. With a purchase price of 0 only energy counts, which is right for a machine that is there
/// anyway and idle. Neither term knows the owner's own time.
///
/// Settings `pricing.local.…`: needed are `watts`, `eur-per-kwh`, `purchase-eur`, `lifetime-hours`; the hardware is
/// `vcpus`, `memory-gb`, `gpu` (any spelling), `gpus` (1 unless set), `gpu-memory-gb`; the offer is called `name`
/// (`this-machine`) in `region` (`local`).
public final class LocalMachine implements PriceSourceProvider {
    private static final String ORIGIN = "Local machine (energy and amortisation)";
    private static final int DECIMALS = 9;
    private static final BigDecimal WATTS_PER_KILOWATT = new BigDecimal(1000);

    /// For [java.util.ServiceLoader].
    public LocalMachine() {}

    @Override
    public String key() {
        return "local";
    }

    @Override
    public Set<String> hosts() {
        return Set.of();
    }

    @Override
    public Set<String> settings() {
        return Set.of(
                "watts",
                "eur-per-kwh",
                "purchase-eur",
                "lifetime-hours",
                "vcpus",
                "memory-gb",
                "gpu",
                "gpus",
                "gpu-memory-gb",
                "name",
                "region");
    }

    @Override
    public Freshness freshness() {
        return Freshness.DAYS;
    }

    @Override
    public PriceSource create(SourceTools tools) {
        return new WebPriceSource(ORIGIN, () -> read(tools));
    }

    private static OfferSheet read(SourceTools tools) throws UnreadableSourceException {
        SourceSettings settings = tools.settings();
        var problems = new ArrayList<String>();
        BigDecimal price = price(settings, problems);
        Quote quote = Quote.of(
                settings.text("name").orElse("this-machine"),
                settings.text("region").orElse("local"));
        describe(quote, settings, problems);
        if (!problems.isEmpty()) {
            throw new UnreadableSourceException(String.join("; ", problems));
        }
        OfferSheet sheet = tools.sheets().sheet(ORIGIN, "EUR", tools.clock().instant());
        sheet.add(quote.onDemand(price));
        return sheet;
    }

    private static BigDecimal price(SourceSettings settings, List<String> problems) {
        BigDecimal watts = needed(settings, "watts", problems);
        BigDecimal perKwh = needed(settings, "eur-per-kwh", problems);
        BigDecimal purchase = needed(settings, "purchase-eur", problems);
        BigDecimal hours = needed(settings, "lifetime-hours", problems);
        if (problems.isEmpty() && hours.signum() == 0) {
            problems.add("pricing.local.lifetime-hours must be above 0");
        }
        return problems.isEmpty()
                ? watts.multiply(perKwh)
                        .divide(WATTS_PER_KILOWATT, DECIMALS, RoundingMode.HALF_EVEN)
                        .add(purchase.divide(hours, DECIMALS, RoundingMode.HALF_EVEN))
                : BigDecimal.ZERO;
    }

    private static BigDecimal needed(SourceSettings settings, String name, List<String> problems) {
        if (settings.text(name).isEmpty()) {
            problems.add("pricing.local." + name + " is not set");
        }
        return settings.number(name, problems).orElse(BigDecimal.ZERO);
    }

    private static void describe(Quote quote, SourceSettings settings, List<String> problems) {
        size(settings, "vcpus", problems).ifPresent(quote::vcpus);
        size(settings, "memory-gb", problems).ifPresent(quote::memoryGb);
        double gpus = size(settings, "gpus", problems).orElse(1.0);
        settings.text("gpu").ifPresent(name -> quote.gpu(name, gpus));
        size(settings, "gpu-memory-gb", problems).ifPresent(quote::gpuMemoryGb);
    }

    private static Optional<Double> size(SourceSettings settings, String name, List<String> problems) {
        return settings.number(name, problems).map(BigDecimal::doubleValue);
    }
}
