package ai.artenic.optimizer.application.usecase;

import ai.artenic.optimizer.application.port.Fetched;
import ai.artenic.optimizer.application.port.PriceLists;
import ai.artenic.optimizer.application.port.PriceLists.Standing;
import ai.artenic.optimizer.domain.offer.Offer;
import ai.artenic.optimizer.domain.offer.OfferId;
import ai.artenic.optimizer.domain.offer.Provenance;
import ai.artenic.optimizer.domain.offer.Provider;
import ai.artenic.optimizer.domain.pricing.PriceList;
import ai.artenic.optimizer.domain.pricing.SourceReport;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/// Reads a provider's live prices when they are due, once among all replicas, and keeps what can be believed.
public final class RefreshPrices {
    /// A source that could not be read is asked again after this time at the latest.
    static final Duration RETRY = Duration.ofMinutes(5);

    private final PriceLists lists;
    private final Function<Provider, List<Offer>> listed;
    private final InstantSource clock;

    /// Whether prices are read before they are due, and against what they are held.
    public enum Urgency {
        WHEN_DUE,
        /// Now, unless another process is at it.
        NOW,
        /// Now, and neither jumps nor vanished offers are doubted: somebody looked and found them right.
        NOW_AND_BELIEVE
    }

    /// @param listed what the snapshot says of a provider; what was not read before is held against it
    public RefreshPrices(PriceLists lists, Function<Provider, List<Offer>> listed, InstantSource clock) {
        this.lists = lists;
        this.listed = listed;
        this.clock = clock;
    }

    /// @throws ai.artenic.optimizer.application.port.StoreUnavailableException if the lists cannot be reached
    public PriceRefresh refresh(LiveSource source, Urgency urgency) {
        Optional<Standing> standing = Optional.ofNullable(lists.standings().get(source.provider()));
        if (urgency == Urgency.WHEN_DUE && standing.isPresent()) {
            Instant dueAt = dueAt(standing.get(), source.interval());
            if (dueAt.isAfter(clock.instant())) {
                return new PriceRefresh.NotDue(dueAt);
            }
        }
        var became = new AtomicReference<Optional<PriceRefresh>>(Optional.empty());
        boolean kept =
                lists.workAt(source.provider(), standing.map(Standing::version).orElse(0L), before -> {
                    PriceList list = read(source, before, urgency);
                    became.set(Optional.of(new PriceRefresh.Attempted(list)));
                    return list;
                });
        return became.get().filter(_ -> kept).orElseGet(PriceRefresh.Elsewhere::new);
    }

    /// A clock that was set back must not keep prices from being read: what lies in the future counts as past.
    private Instant dueAt(Standing standing, Duration interval) {
        if (standing.attemptedAt().isAfter(clock.instant())) {
            return Instant.MIN;
        }
        boolean isSooner = standing.hasFailed() && RETRY.compareTo(interval) < 0;
        return standing.attemptedAt().plus(isSooner ? RETRY : interval);
    }

    private PriceList read(LiveSource source, Optional<PriceList> before, Urgency urgency) {
        Fetched fetched = fetch(source);
        Instant now = clock.instant();
        return switch (fetched) {
            case Fetched.Failed(SourceReport report) -> PriceList.failed(source.provider(), before, report, now);
            case Fetched.Read(var offers, SourceReport report) -> {
                Set<String> failed = report.coverage().failed();
                yield urgency == Urgency.NOW_AND_BELIEVE
                        ? PriceList.read(
                                source.provider(), before.map(list -> list.within(failed)), offers, report, now)
                        : PriceList.read(
                                source.provider(), before, listed.apply(source.provider()), offers, report, now);
            }
        };
    }

    /// Sources may be anybody's: one that breaks its word must not go unnoticed, nor be asked again at once.
    private static Fetched fetch(LiveSource source) {
        try {
            Fetched fetched = source.source().fetch();
            return fetched instanceof Fetched.Read(var offers, var _)
                    ? repeated(offers)
                            .<Fetched>map(id -> broken(source, "it has two prices of " + id))
                            .orElse(fetched)
                    : fetched;
        } catch (RuntimeException | Error e) {
            return broken(source, e.getClass().getSimpleName());
        }
    }

    private static Optional<OfferId> repeated(List<Offer> offers) {
        var seen = new HashSet<OfferId>();
        return offers.stream().map(Offer::id).filter(id -> !seen.add(id)).findFirst();
    }

    private static Fetched broken(LiveSource source, String how) {
        return new Fetched.Failed(new SourceReport(
                source.provider().key(),
                Provenance.Source.LIVE,
                0,
                List.of(),
                Optional.of("the source broke: " + how)));
    }
}
