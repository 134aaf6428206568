package ai.artenic.optimizer.domain.pricing;

import ai.artenic.optimizer.domain.offer.Offer;
import ai.artenic.optimizer.domain.offer.Provider;
import ai.artenic.optimizer.domain.pricing.SanityGate.Inspection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The live prices of one provider that are believed, and what came of the last attempt to read them.
///
/// @param offers as last believed; their provenance tells how old they are, whatever was attempted since
/// @param quarantined what the last reading said and was not believed
/// @param report of the last attempt
/// @param readAt when the source was last read and believed; empty if it never was
/// @param attemptedAt when it was last asked, with whatever success
public record PriceList(
        Provider provider,
        List<Offer> offers,
        List<Quarantined> quarantined,
        SourceReport report,
        Optional<Instant> readAt,
        Instant attemptedAt) {
    public PriceList {
        offers = List.copyOf(offers);
        quarantined = List.copyOf(quarantined);
    }

    /// The list after a reading of these offers.
    ///
    /// @param before the list until now, against which jumps and vanished offers are noticed; empty to believe them
    public static PriceList read(
            Provider provider, Optional<PriceList> before, List<Offer> fresh, SourceReport report, Instant at) {
        List<Offer> lastGood = before.map(PriceList::offers).orElse(List.of());
        Inspection inspection = SanityGate.inspect(fresh, lastGood);
        boolean isBelieved = inspection.quarantined().stream()
                .noneMatch(held -> held.reason() == QuarantineReason.VANISHED_MAJORITY);
        return new PriceList(
                provider,
                inspection.accepted(),
                inspection.quarantined(),
                report,
                isBelieved ? Optional.of(at) : before.flatMap(PriceList::readAt),
                at);
    }

    /// The list after the first reading.
    ///
    /// @param listed what the snapshot says of the provider, against which jumps are noticed
    public static PriceList first(
            Provider provider, List<Offer> listed, List<Offer> fresh, SourceReport report, Instant at) {
        Inspection inspection = SanityGate.inspectFirst(fresh, listed);
        return new PriceList(provider, inspection.accepted(), inspection.quarantined(), report, Optional.of(at), at);
    }

    /// The list after an attempt that failed: the last good offers at their true age.
    public static PriceList failed(Provider provider, Optional<PriceList> before, SourceReport report, Instant at) {
        return new PriceList(
                provider,
                before.map(PriceList::offers).orElse(List.of()),
                before.map(PriceList::quarantined).orElse(List.of()),
                report,
                before.flatMap(PriceList::readAt),
                at);
    }

    public boolean hasFailed() {
        return report.lastError().isPresent();
    }
}
