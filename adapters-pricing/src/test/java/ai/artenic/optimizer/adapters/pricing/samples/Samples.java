package ai.artenic.optimizer.adapters.pricing.samples;

import ai.artenic.optimizer.adapters.pricing.PriceSources;
import ai.artenic.optimizer.application.port.Fetched;
import ai.artenic.optimizer.domain.offer.Offer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Holds offers against what is expected of them, and collects what differs.
final class Samples {
    private final List<Offer> offers;
    private final List<String> mistakes = new ArrayList<>();

    Samples(List<Offer> offers) {
        this.offers = offers;
    }

    /// The offers of the bundled snapshot, of which some sources take hardware or prices.
    static List<Offer> bundled() {
        return ((Fetched.Read) new PriceSources().bundledSnapshot().fetch()).offers();
    }

    /// So many offers.
    Samples count(int expected) {
        return same("offers", expected, offers.size());
    }

    /// One offer, written as `price CURRENCY, spot as a share of it, vCPUs, GB, GPUs`; what is unknown is `-`.
    Samples offer(String instanceType, String region, String expected) {
        List<String> found = offers.stream()
                .filter(offer -> offer.id().instanceType().equals(instanceType)
                        && offer.id().region().equals(region))
                .map(Samples::written)
                .toList();
        return same(instanceType + " in " + region, List.of(expected), found);
    }

    /// Notes a difference.
    Samples same(String what, Object expected, Object found) {
        if (!expected.equals(found)) {
            mistakes.add(what + ": expected " + expected + ", found " + found);
        }
        return this;
    }

    List<String> mistakes() {
        return List.copyOf(mistakes);
    }

    private static String written(Offer offer) {
        var machine = offer.machine();
        return String.join(
                ", ",
                offer.provenance().nativePrice().stripTrailingZeros().toPlainString() + " "
                        + offer.provenance().currency(),
                offer.spot()
                        .map(spot -> String.format(
                                Locale.ROOT,
                                "%.2f",
                                spot.value() / offer.onDemand().value()))
                        .orElse("-"),
                machine.vcpus().isPresent() ? plain(machine.vcpus().getAsDouble()) : "-",
                machine.memoryGb().isPresent() ? plain(machine.memoryGb().getAsDouble()) : "-",
                machine.accelerators()
                        .map(gpus ->
                                plain(gpus.count()) + " x " + gpus.gpu().type() + " of " + plain(gpus.memoryGbEach()))
                        .orElse("-"));
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }
}
