package ai.artenic.optimizer.adapters.pricing.azure;

import ai.artenic.optimizer.adapters.pricing.spi.Freshness;
import ai.artenic.optimizer.adapters.pricing.spi.OfferSheet;
import ai.artenic.optimizer.adapters.pricing.spi.PriceSourceProvider;
import ai.artenic.optimizer.adapters.pricing.spi.RegionWalk;
import ai.artenic.optimizer.adapters.pricing.spi.SourceTools;
import ai.artenic.optimizer.adapters.pricing.spi.UnreadableSourceException;
import ai.artenic.optimizer.adapters.pricing.spi.WebPriceSource;
import ai.artenic.optimizer.application.port.PriceSource;
import java.util.List;
import java.util.Set;

/// Microsoft Azure: Linux machines on shared hardware, on demand and spot, from the public Retail Prices API, without
/// a key.
///
/// Settings: `pricing.azure.regions` (names such as `westeurope`) and `pricing.azure.currency` (`USD`).
public final class Azure implements PriceSourceProvider {
    private static final String ORIGIN = "Azure Retail Prices API";
    private static final List<String> REGIONS =
            List.of("eastus", "eastus2", "southcentralus", "westus2", "westus3", "northeurope", "westeurope");

    /// For [java.util.ServiceLoader].
    public Azure() {}

    @Override
    public String key() {
        return "azure";
    }

    @Override
    public Set<String> hosts() {
        return Set.of(RetailList.HOST);
    }

    @Override
    public Set<String> settings() {
        return Set.of("regions", "currency");
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
        String currency = tools.settings().text("currency").orElse("USD");
        OfferSheet sheet = tools.sheets().sheet(ORIGIN, currency, tools.clock().instant());
        var list = new RetailList(tools.web(), currency);
        var offers = new AzureOffers(tools, sheet, currency);
        RegionWalk.over(
                tools.settings().list("regions", REGIONS), sheet, region -> offers.add(region, list.read(region)));
        offers.nameUnknown();
        return sheet;
    }
}
