package ai.artenic.optimizer.adapters.pricing.infomaniak;

import ai.artenic.optimizer.adapters.pricing.spi.SourceTools;
import ai.artenic.optimizer.adapters.pricing.spi.UnreadableSourceException;
import ai.artenic.optimizer.application.port.Fetched;
import ai.artenic.optimizer.application.port.PriceSource;
import ai.artenic.optimizer.domain.offer.Offer;
import ai.artenic.optimizer.domain.offer.Provenance;
import ai.artenic.optimizer.domain.pricing.BadRow;
import ai.artenic.optimizer.domain.pricing.SourceReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Prices of the bundled snapshot, with their date, for the flavors that a project has.
final class DatedPrices implements PriceSource {
    private static final String ORIGIN = "Infomaniak price page (bundled)";

    private final SourceTools tools;

    DatedPrices(SourceTools tools) {
        this.tools = tools;
    }

    @Override
    public Fetched fetch() {
        List<Offer> known = tools.bundled().get();
        if (known.isEmpty()) {
            return failed("there is no price API, and the snapshot in use has no prices of Infomaniak");
        }
        if (tools.settings().text("endpoint").isEmpty()) {
            return new Fetched.Read(known, report(known.size(), List.of(), Optional.empty()));
        }
        try {
            return compared(known, Flavors.read(tools));
        } catch (UnreadableSourceException e) {
            return failed(String.valueOf(e.getMessage()));
        }
    }

    private static Fetched compared(List<Offer> known, Set<String> flavors) {
        List<Offer> offers = known.stream()
                .map(offer -> new Offer(
                        offer.id(),
                        offer.machine(),
                        offer.onDemand(),
                        offer.spot(),
                        flavors.contains(offer.id().instanceType()),
                        offer.provenance()))
                .toList();
        Set<String> unpriced = new TreeSet<>(flavors);
        unpriced.removeAll(
                known.stream().map(offer -> offer.id().instanceType()).collect(Collectors.toSet()));
        var bad = new ArrayList<BadRow>();
        for (String flavor : unpriced) {
            bad.add(new BadRow(bad.size() + 1L, flavor + ": its price is not known"));
        }
        return new Fetched.Read(offers, report(offers.size(), bad, Optional.empty()));
    }

    private static Fetched failed(String why) {
        return new Fetched.Failed(report(0, List.of(), Optional.of(why)));
    }

    private static SourceReport report(int offers, List<BadRow> bad, Optional<String> error) {
        return new SourceReport(ORIGIN, Provenance.Source.SNAPSHOT, offers, bad, error);
    }
}
