package ai.artenic.optimizer.domain.pricing;

import ai.artenic.optimizer.domain.offer.Offer;
import ai.artenic.optimizer.domain.offer.Provider;
import ai.artenic.optimizer.domain.pricing.SanityGate.Inspection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

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

    /// The list after a reading of these offers, which nobody else tells of.
    ///
    /// @param before the list until now, against which jumps and vanished offers are noticed; empty to believe them
    public static PriceList read(
            Provider provider, Optional<PriceList> before, List<Offer> fresh, SourceReport report, Instant at) {
        return read(provider, before, List.of(), fresh, report, at);
    }

    /// The list after a reading of these offers. Of a region that could not be read the offers until now stay, at their
    /// true age.
    ///
    /// @param before the list until now, against which jumps and vanished offers are noticed
    /// @param listed what the snapshot says of the provider, against which jumps of other offers are noticed
    public static PriceList read(
            Provider provider,
            Optional<PriceList> before,
            List<Offer> listed,
            List<Offer> fresh,
            SourceReport report,
            Instant at) {
        List<Offer> lastGood = before.map(PriceList::offers).orElse(List.of());
        Inspection inspection = SanityGate.inspect(fresh, in(report.coverage()::tells, lastGood), listed);
        boolean isBelieved = inspection.quarantined().stream()
                .noneMatch(held -> held.reason() == QuarantineReason.VANISHED_MAJORITY);
        var offers = new ArrayList<Offer>(inspection.accepted());
        offers.addAll(in(report.coverage().failed()::contains, lastGood));
        return new PriceList(
                provider,
                offers,
                inspection.quarantined(),
                report,
                isBelieved ? Optional.of(at) : before.flatMap(PriceList::readAt),
                at);
    }

    /// The list after an attempt that failed: the last good offers at their true age.
    public static PriceList failed(Provider provider, Optional<PriceList> before, SourceReport report, Instant at) {
        return new PriceList(
                provider,
                before.map(PriceList::offers).orElse(List.of()),
                before.map(PriceList::quarantined).orElse(List.of()),
                report.covering(before.map(list -> list.report().coverage()).orElse(Coverage.WHOLE)),
                before.flatMap(PriceList::readAt),
                at);
    }

    /// The list as if it had only the offers of these regions.
    public PriceList within(Set<String> regions) {
        return new PriceList(provider, in(regions::contains, offers), quarantined, report, readAt, attemptedAt);
    }

    private static List<Offer> in(Predicate<String> regions, List<Offer> offers) {
        return offers.stream()
                .filter(offer -> regions.test(offer.id().region()))
                .toList();
    }

    public boolean hasFailed() {
        return report.lastError().isPresent();
    }
}
