package ai.artenic.optimizer.adapters.pricing.spi;

import ai.artenic.optimizer.application.port.Fetched;
import ai.artenic.optimizer.domain.offer.Accelerators;
import ai.artenic.optimizer.domain.offer.Gpu;
import ai.artenic.optimizer.domain.offer.Machine;
import ai.artenic.optimizer.domain.offer.Offer;
import ai.artenic.optimizer.domain.offer.OfferId;
import ai.artenic.optimizer.domain.offer.Provenance;
import ai.artenic.optimizer.domain.pricing.BadRow;
import ai.artenic.optimizer.domain.pricing.Coverage;
import ai.artenic.optimizer.domain.pricing.FxRate;
import ai.artenic.optimizer.domain.pricing.SourceReport;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// Collects the quotes of one reading and makes offers of them. A quote that makes no sense is named and left out;
/// of two for one offer the later one counts.
public final class OfferSheet {
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_REASON = 300;
    private static final int MOST_OFFERS = 250_000;
    private static final int MOST_DIGITS = 40;
    private static final int MOST_NAMED = 100;
    private static final BigDecimal MOST = new BigDecimal("1e9");

    private final OfferSheets shared;
    private final OfferSheets.Stamp stamp;
    private final Map<OfferId, Offer> offers = new LinkedHashMap<>();
    private final List<BadRow> badRows = new ArrayList<>();
    private Coverage coverage = Coverage.WHOLE;
    private long quotes;
    private long bad;

    OfferSheet(OfferSheets shared, OfferSheets.Stamp stamp) {
        this.shared = shared;
        this.stamp = stamp;
    }

    /// Takes a quote. One without an on-demand price is not on sale and is passed over.
    public void add(Quote quote) {
        quotes++;
        if (quote.onDemand().isEmpty()) {
            return;
        }
        var problems = new ArrayList<String>();
        Optional<FxRate> rate = shared.rates().apply(stamp.currency());
        if (rate.isEmpty()) {
            problems.add("currency " + stamp.currency() + " has no exchange rate");
        }
        Optional<OfferId> id = id(quote, problems);
        Optional<Machine> machine = machine(quote, problems);
        quote.onDemand().ifPresent(price -> check("price", price, problems));
        quote.spot().ifPresent(price -> check("spot price", price, problems));
        if (offers.size() >= MOST_OFFERS) {
            problems.add("there are more than " + MOST_OFFERS + " offers");
        }
        if (problems.isEmpty()) {
            Offer offer = offer(quote, id.orElseThrow(), machine.orElseThrow(), rate.orElseThrow());
            offers.put(offer.id(), offer);
        } else {
            reject(quote, problems);
        }
    }

    /// Says that an item of the answer could not be understood.
    public void reject(String item, String reason) {
        quotes++;
        bad(shown(item, LONGEST_NAME) + ": " + shown(reason, LONGEST_REASON));
    }

    /// Says that only some regions were to be read, and of which that failed.
    void cover(Coverage regions) {
        coverage = regions;
    }

    /// Takes all that another sheet of this reading has collected.
    public void take(OfferSheet other) {
        offers.putAll(other.offers);
        quotes += other.quotes;
        bad += other.bad;
        badRows.addAll(other.badRows.subList(0, Math.min(other.badRows.size(), MOST_NAMED - badRows.size())));
    }

    /// What was collected, as the answer of a price source.
    public Fetched read() {
        List<BadRow> named = new ArrayList<>(badRows);
        if (bad > named.size()) {
            named.add(new BadRow(quotes, "and " + (bad - badRows.size()) + " more"));
        }
        return new Fetched.Read(
                List.copyOf(offers.values()),
                new SourceReport(
                        stamp.origin(), Provenance.Source.LIVE, offers.size(), named, Optional.empty(), coverage));
    }

    private Offer offer(Quote quote, OfferId id, Machine machine, FxRate rate) {
        BigDecimal price = quote.onDemand().orElseThrow();
        var provenance = new Provenance(
                stamp.source(),
                stamp.origin(),
                stamp.observedAt(),
                price,
                stamp.currency(),
                rate.perEur(),
                rate.date());
        return new Offer(
                id,
                machine,
                rate.toEur(price),
                quote.spot().map(rate::toEur),
                quote.isAvailable(),
                provenance,
                quote.providerRate());
    }

    private Optional<OfferId> id(Quote quote, List<String> problems) {
        for (String name :
                List.of(quote.instanceType(), quote.region(), quote.zone().orElse("-"))) {
            if (name.isBlank() || name.length() > LONGEST_NAME) {
                problems.add("a name has no or more than " + LONGEST_NAME + " characters");
                return Optional.empty();
            }
            if (name.chars().anyMatch(Character::isISOControl)) {
                problems.add("a name has characters that cannot be shown");
                return Optional.empty();
            }
        }
        return Optional.of(new OfferId(shared.provider(), quote.instanceType(), quote.region(), quote.zone()));
    }

    private Optional<Machine> machine(Quote quote, List<String> problems) {
        int before = problems.size();
        checkSize("vcpus", quote.vcpus(), problems);
        checkSize("memory", quote.memoryGb(), problems);
        checkSize("GPU count", OptionalDouble.of(quote.gpuCount()), problems);
        checkSize("GPU memory", quote.gpuMemoryGb(), problems);
        Optional<Accelerators> accelerators = problems.size() > before
                ? Optional.empty()
                : quote.gpu().flatMap(name -> accelerators(quote, name, problems));
        return problems.size() > before
                ? Optional.empty()
                : Optional.of(new Machine(quote.vcpus(), quote.memoryGb(), accelerators));
    }

    private Optional<Accelerators> accelerators(Quote quote, String name, List<String> problems) {
        if (name.length() > LONGEST_NAME) {
            problems.add("the name of the GPU has more than " + LONGEST_NAME + " characters");
            return Optional.empty();
        }
        Gpu gpu = shared.gpus().find(name, quote.gpuMemoryGb()).orElseGet(() -> Gpu.unknown(name, quote.gpuMemoryGb()));
        OptionalDouble each = quote.gpuMemoryGb().isPresent() ? quote.gpuMemoryGb() : gpu.memoryGb();
        if (each.isEmpty()) {
            problems.add("the memory of the unknown GPU '" + shown(name) + "' is not stated");
            return Optional.empty();
        }
        return Optional.of(new Accelerators(gpu, quote.gpuCount(), each.getAsDouble()));
    }

    private static void checkSize(String what, OptionalDouble value, List<String> problems) {
        double size = value.orElse(1);
        if (!(size > 0) || Double.isInfinite(size)) {
            problems.add(what + " is " + size);
        }
    }

    private static void check(String what, BigDecimal price, List<String> problems) {
        if (price.signum() < 0 || price.compareTo(MOST) > 0 || price.scale() > MOST_DIGITS) {
            problems.add(what + " is " + shown(price.toString()));
        }
    }

    private void reject(Quote quote, List<String> problems) {
        bad(shown(quote.instanceType()) + "/" + shown(quote.region()) + ": " + String.join("; ", problems));
    }

    private void bad(String reason) {
        bad++;
        if (badRows.size() < MOST_NAMED) {
            badRows.add(new BadRow(quotes, reason));
        }
    }

    private static String shown(String text) {
        return shown(text, 40);
    }

    private static String shown(String text, int longest) {
        String line = text.replaceAll("\\p{Cntrl}", " ");
        return line.length() > longest ? line.substring(0, longest) + "…" : line;
    }
}
