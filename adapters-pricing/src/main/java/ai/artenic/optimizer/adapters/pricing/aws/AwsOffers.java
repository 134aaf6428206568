package ai.artenic.optimizer.adapters.pricing.aws;

import ai.artenic.optimizer.adapters.pricing.spi.OfferSheet;
import ai.artenic.optimizer.adapters.pricing.spi.Quote;
import ai.artenic.optimizer.domain.offer.Machine;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/// Makes quotes of what a price list says, with the hardware that it does not tell. A type whose accelerators are
/// of an unknown model is named and left out; one without a price, or at no price, is not sold on demand (capacity
/// blocks).
final class AwsOffers {
    /// Families with accelerators for training: GPUs, Trainium, Inferentia, Gaudi.
    private static final Pattern ACCELERATED = Pattern.compile("(p|g|gr|trn|inf|dl)\\d.*");
    /// Burstable families, whose processors cannot be used for long, and those with FPGAs or video cards.
    private static final Pattern NOT_FOR_TRAINING = Pattern.compile("(t|f|vt)\\d.*");

    private final Function<String, Optional<Machine>> machines;
    private final SpotAdvisor advisor;
    private final OfferSheet sheet;
    private final Set<String> unknown = new HashSet<>();

    /// @param machines hardware of instance types, as it is known from elsewhere
    AwsOffers(Function<String, Optional<Machine>> machines, SpotAdvisor advisor, OfferSheet sheet) {
        this.machines = machines;
        this.advisor = advisor;
        this.sheet = sheet;
    }

    void add(String region, List<Listed> list, Map<String, BigDecimal> spot) {
        Map<String, BigDecimal> prices = new HashMap<>();
        Set<String> contradictory = new HashSet<>();
        for (Listed listed : list) {
            price(region, listed).ifPresent(price -> {
                BigDecimal other = prices.putIfAbsent(listed.instanceType(), price);
                if (other != null && other.compareTo(price) != 0 && contradictory.add(listed.instanceType())) {
                    sheet.reject(listed.instanceType() + "/" + region, "costs both " + other + " and " + price);
                }
            });
        }
        prices.keySet().removeAll(contradictory);
        for (Listed listed : list) {
            BigDecimal price = prices.remove(listed.instanceType());
            if (price != null) {
                add(region, listed, price, Optional.ofNullable(spot.get(listed.instanceType())));
            }
        }
    }

    private Optional<BigDecimal> price(String region, Listed listed) {
        if (listed.instanceType().isBlank()) {
            sheet.reject("an entry of " + region, "names no instance type");
            return Optional.empty();
        }
        try {
            return listed.price().map(BigDecimal::new).filter(price -> price.signum() != 0);
        } catch (NumberFormatException _) {
            sheet.reject(listed.instanceType() + "/" + region, "its price is no number");
            return Optional.empty();
        }
    }

    private void add(String region, Listed listed, BigDecimal price, Optional<BigDecimal> spot) {
        String type = listed.instanceType();
        Optional<Machine> known = machines.apply(type);
        boolean accelerated =
                listed.gpus().isPresent() || ACCELERATED.matcher(type).matches();
        if (known.isEmpty() && NOT_FOR_TRAINING.matcher(type).matches()) {
            return;
        }
        if (known.isEmpty() && accelerated) {
            if (unknown.add(type)) {
                sheet.reject(type, "which accelerators it has is not known");
            }
            return;
        }
        Quote quote = Quote.of(type, region).onDemand(price);
        if (spot.isPresent()) {
            quote.spot(spot.get());
            advisor.rate(region, type).ifPresent(quote::providerRate);
        }
        known.ifPresentOrElse(quote::machine, () -> {
            listed.vcpus().ifPresent(quote::vcpus);
            listed.memoryGb().ifPresent(quote::memoryGb);
        });
        sheet.add(quote);
    }
}
