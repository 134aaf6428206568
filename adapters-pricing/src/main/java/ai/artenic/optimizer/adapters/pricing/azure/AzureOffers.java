package ai.artenic.optimizer.adapters.pricing.azure;

import ai.artenic.optimizer.adapters.pricing.spi.OfferSheet;
import ai.artenic.optimizer.adapters.pricing.spi.Quote;
import ai.artenic.optimizer.adapters.pricing.spi.SourceTools;
import ai.artenic.optimizer.domain.offer.Machine;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Makes quotes of meters: of several for one machine that which holds now, and on-demand and spot together.
final class AzureOffers {
    private static final int MOST_NAMED = 5;

    private final SourceTools tools;
    private final OfferSheet sheet;
    private final String currency;
    private final Instant now;
    private final Set<String> unknown = new TreeSet<>();

    /// A machine by the way it is bought.
    private record Good(String size, boolean spot) {}

    AzureOffers(SourceTools tools, OfferSheet sheet, String currency) {
        this.tools = tools;
        this.sheet = sheet;
        this.currency = currency;
        this.now = tools.clock().instant();
    }

    void add(String region, List<RetailPage> pages) {
        pages.forEach(page -> page.unreadable().forEach(reason -> sheet.reject("a meter", reason)));
        Map<Good, BigDecimal> prices = new HashMap<>();
        chosen(region, pages).forEach((good, meter) -> prices.put(good, meter.price()));
        prices.forEach((good, price) -> {
            if (!good.spot()) {
                add(region, good.size(), price, Optional.ofNullable(prices.get(new Good(good.size(), true))));
            }
        });
    }

    /// Says which machines were left out because what they are made of is not known: the list does not tell.
    void nameUnknown() {
        if (!unknown.isEmpty()) {
            sheet.reject(
                    unknown.size() + " machine sizes",
                    "their hardware is not known, such as that of "
                            + String.join(
                                    ", ", unknown.stream().limit(MOST_NAMED).toList()));
        }
    }

    private Map<Good, Meter> chosen(String region, List<RetailPage> pages) {
        Map<Good, Meter> chosen = new HashMap<>();
        Set<Good> contradictory = new HashSet<>();
        for (RetailPage page : pages) {
            for (Meter meter : page.meters()) {
                if (!meter.currency().equals(currency)) {
                    sheet.reject(meter.size() + "/" + region, "is priced in " + meter.currency());
                } else if (!meter.since().isAfter(now)) {
                    choose(meter, chosen, contradictory);
                }
            }
        }
        contradictory.forEach(good -> {
            chosen.remove(good);
            sheet.reject(good.size() + "/" + region, "has two prices that hold since the same day");
        });
        return chosen;
    }

    private static void choose(Meter meter, Map<Good, Meter> chosen, Set<Good> contradictory) {
        var good = new Good(meter.size(), meter.spot());
        Meter other = chosen.get(good);
        if (other == null || meter.goesBefore(other)) {
            chosen.put(good, meter);
            contradictory.remove(good);
        } else if (!other.goesBefore(meter) && other.price().compareTo(meter.price()) != 0) {
            contradictory.add(good);
        }
    }

    private void add(String region, String size, BigDecimal price, Optional<BigDecimal> spot) {
        Optional<Machine> machine = tools.machines().apply(size);
        if (machine.isEmpty()) {
            unknown.add(size);
            return;
        }
        Quote quote = Quote.of(size, region).machine(machine.get()).onDemand(price);
        spot.ifPresent(quote::spot);
        sheet.add(quote);
    }
}
