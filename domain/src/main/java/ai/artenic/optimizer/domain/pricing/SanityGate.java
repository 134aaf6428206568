package ai.artenic.optimizer.domain.pricing;

import ai.artenic.optimizer.domain.offer.Accelerators;
import ai.artenic.optimizer.domain.offer.Gpu;
import ai.artenic.optimizer.domain.offer.Offer;
import ai.artenic.optimizer.domain.offer.OfferId;
import ai.artenic.optimizer.domain.quantity.EurPerHour;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Decides whether freshly read prices may be believed. What is not believed is quarantined with a reason, and the last
/// good offer of the same id is kept in its place.
public final class SanityGate {
    /// Least believable EUR per dense fp16 (else fp32) TFLOPS-hour of a GPU. The cheapest market offers of 2024 to 2026
    /// lie above 0.0008; a B200 listed at 0.01 EUR lies at 0.000004.
    static final double LEAST_EUR_PER_TFLOPS_HOUR = 0.0001;
    /// Least believable EUR per hour of any machine; the cheapest real one (a shared single core) costs 0.0006.
    static final double LEAST_EUR_PER_HOUR = 0.0002;
    /// A price that moves by more than this factor between two readings is not believed.
    static final double JUMP_FACTOR = 10;
    /// The share of a provider's offers that may vanish between two readings.
    static final double VANISHED_SHARE = 0.5;

    private SanityGate() {}

    /// The outcome of an inspection.
    ///
    /// @param accepted the offers to publish: believed ones, and last good ones in place of those that are not
    public record Inspection(List<Offer> accepted, List<Quarantined> quarantined) {
        public Inspection {
            accepted = List.copyOf(accepted);
            quarantined = List.copyOf(quarantined);
        }
    }

    /// Inspects one source's offers.
    ///
    /// @param lastGood what was believed of this source before; empty at the first reading
    public static Inspection inspect(List<Offer> fresh, List<Offer> lastGood) {
        return inspect(fresh, lastGood, List.of());
    }

    /// Inspects one source's offers, those that it did not have before against what others say of them: jumps and
    /// mix-ups are noticed, but what is not believed has nothing to take its place, and what is missing has not
    /// vanished.
    ///
    /// @param lastGood what was believed of this source before; empty at the first reading
    /// @param listed what others say of the same offers
    public static Inspection inspect(List<Offer> fresh, List<Offer> lastGood, List<Offer> listed) {
        Map<OfferId, Offer> before = byId(lastGood);
        Map<OfferId, Offer> elsewhere = byId(listed);
        Optional<Quarantined> vanished = vanishedMajority(fresh, lastGood);
        if (vanished.isPresent()) {
            return new Inspection(lastGood, List.of(vanished.get()));
        }
        var accepted = new ArrayList<Offer>();
        var quarantined = new ArrayList<Quarantined>();
        for (Offer offer : fresh) {
            Optional<Offer> known = Optional.ofNullable(before.get(offer.id()));
            Optional<Quarantined> doubt = doubt(offer, known.or(() -> Optional.ofNullable(elsewhere.get(offer.id()))));
            if (doubt.isPresent()) {
                quarantined.add(doubt.get());
                known.ifPresent(accepted::add);
            } else {
                accepted.add(offer);
            }
        }
        return new Inspection(accepted, quarantined);
    }

    private static Map<OfferId, Offer> byId(List<Offer> offers) {
        return offers.stream().collect(Collectors.toMap(Offer::id, Function.identity()));
    }

    private static Optional<Quarantined> vanishedMajority(List<Offer> fresh, List<Offer> lastGood) {
        if (lastGood.isEmpty() || fresh.size() >= lastGood.size() * (1 - VANISHED_SHARE)) {
            return Optional.empty();
        }
        return Optional.of(new Quarantined(
                lastGood.getFirst(),
                QuarantineReason.VANISHED_MAJORITY,
                "only " + fresh.size() + " of " + lastGood.size() + " offers were left"));
    }

    private static Optional<Quarantined> doubt(Offer offer, Optional<Offer> before) {
        double onDemand = offer.onDemand().value();
        double least = leastBelievable(offer);
        if (onDemand == 0 || offer.spot().map(spot -> spot.value() == 0).orElse(false)) {
            return quarantine(offer, QuarantineReason.ZERO_PRICE, "a price of 0 EUR/h");
        }
        double lowest = offer.spot()
                .map(EurPerHour::value)
                .map(spot -> Math.min(spot, onDemand))
                .orElse(onDemand);
        if (lowest < least) {
            return quarantine(
                    offer,
                    QuarantineReason.NEAR_ZERO_PRICE,
                    eur(lowest) + " EUR/h is below the least believable " + eur(least) + " EUR/h");
        }
        if (offer.spot().isPresent() && offer.spot().get().value() > onDemand) {
            return quarantine(
                    offer,
                    QuarantineReason.SPOT_ABOVE_ON_DEMAND,
                    "spot " + eur(offer.spot().get().value()) + " EUR/h is above on-demand " + eur(onDemand)
                            + " EUR/h");
        }
        return before.flatMap(known -> jump(offer, known));
    }

    private static Optional<Quarantined> jump(Offer offer, Offer known) {
        return jump(offer, Market.ON_DEMAND, known.onDemand(), offer.onDemand())
                .or(() -> known.spot()
                        .flatMap(before -> offer.spot().flatMap(now -> jump(offer, Market.SPOT, before, now))));
    }

    /// @param tolerance how far from a factor of the GPU count a change may be to be taken for a mix-up. On-demand
    ///     prices drift by some percent between two readings and stay; of some 1,000 recorded changes of prices
    ///     none but two of spot lay within 12 % of a factor of 4, 8 or 16, both exactly on it. Spot prices wander.
    private record Market(String words, double tolerance) {
        static final Market ON_DEMAND = new Market("", 0.10);
        static final Market SPOT = new Market("spot ", 0.02);
    }

    private static Optional<Quarantined> jump(Offer offer, Market market, EurPerHour before, EurPerHour now) {
        double factor = now.value() / before.value();
        String moved = market.words() + eur(before.value()) + " -> " + eur(now.value()) + " EUR/h";
        double gpus = offer.machine().accelerators().map(Accelerators::count).orElse(1.0);
        if (gpus > 1 && (isNear(factor, gpus, market) || isNear(factor, 1 / gpus, market))) {
            return quarantine(
                    offer,
                    QuarantineReason.PER_GPU_PER_NODE_MIX_UP,
                    moved + " is a factor of the GPU count " + (int) gpus);
        }
        if (factor > JUMP_FACTOR || factor < 1 / JUMP_FACTOR) {
            return quarantine(offer, QuarantineReason.PRICE_JUMP, moved + " is a jump of more than x10");
        }
        return Optional.empty();
    }

    private static boolean isNear(double factor, double expected, Market market) {
        boolean isFarFromOne = expected >= 3.5 || expected <= 1 / 3.5;
        return isFarFromOne && Math.abs(factor / expected - 1) < market.tolerance();
    }

    private static double leastBelievable(Offer offer) {
        return offer.machine()
                .accelerators()
                .map(has -> Math.max(LEAST_EUR_PER_HOUR, has.count() * tflops(has.gpu()) * LEAST_EUR_PER_TFLOPS_HOUR))
                .orElse(LEAST_EUR_PER_HOUR);
    }

    private static double tflops(Gpu gpu) {
        OptionalDouble fp16 = gpu.fp16Tflops();
        return fp16.isPresent() ? fp16.getAsDouble() : gpu.fp32Tflops().orElse(0);
    }

    private static Optional<Quarantined> quarantine(Offer offer, QuarantineReason reason, String detail) {
        return Optional.of(new Quarantined(offer, reason, detail));
    }

    private static String eur(double amount) {
        return String.format(Locale.ROOT, "%.6f", amount);
    }
}
