package ai.artenic.optimizer.adapters.pricing;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import ai.artenic.optimizer.application.port.Fetched;
import ai.artenic.optimizer.application.port.PriceSource;
import ai.artenic.optimizer.domain.offer.Offer;
import ai.artenic.optimizer.domain.pricing.BadRow;
import java.util.List;

/// What tests look for among the offers of a source.
public final class Offers {
    private Offers() {}

    /// The offers of a source that can be read.
    public static List<Offer> of(PriceSource source) {
        return assertInstanceOf(Fetched.Read.class, source.fetch()).offers();
    }

    /// Why a source cannot be read.
    public static String error(PriceSource source) {
        return assertInstanceOf(Fetched.Failed.class, source.fetch())
                .report()
                .lastError()
                .orElseThrow();
    }

    /// What was not understood of a source that can be read.
    public static List<String> rejected(PriceSource source) {
        return source.fetch().report().badRows().stream().map(BadRow::reason).toList();
    }

    /// The one offer of this name.
    public static Offer find(List<Offer> offers, String instanceType, String region) {
        return offers.stream()
                .filter(offer -> offer.id().instanceType().equals(instanceType)
                        && offer.id().region().equals(region))
                .reduce((one, other) -> {
                    throw new AssertionError("two offers: " + one.id() + " and " + other.id());
                })
                .orElseThrow(() -> new AssertionError("no " + instanceType + " in " + region + " among "
                        + offers.stream().map(Offer::id).toList()));
    }
}
