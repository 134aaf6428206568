package ai.artenic.optimizer.adapters.persistence.pricing;

import ai.artenic.optimizer.adapters.persistence.json.GpuRow;
import ai.artenic.optimizer.domain.offer.Machine;
import ai.artenic.optimizer.domain.offer.Offer;
import ai.artenic.optimizer.domain.offer.OfferId;
import ai.artenic.optimizer.domain.offer.Provenance;
import ai.artenic.optimizer.domain.offer.Provider;
import ai.artenic.optimizer.domain.pricing.BadRow;
import ai.artenic.optimizer.domain.pricing.Coverage;
import ai.artenic.optimizer.domain.pricing.PriceList;
import ai.artenic.optimizer.domain.pricing.QuarantineReason;
import ai.artenic.optimizer.domain.pricing.Quarantined;
import ai.artenic.optimizer.domain.pricing.SourceReport;
import ai.artenic.optimizer.domain.quantity.EurPerHour;
import ai.artenic.optimizer.domain.spot.ProviderRate;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// A price list in which what recurs (instance types, origins) stands once and is referred to by its place. Prices are
/// text: their trailing zeros are the provider's own.
record PriceListRow(
        String provider,
        List<TypeRow> types,
        List<OriginRow> origins,
        List<SoldRow> offers,
        List<HeldRow> quarantined,
        ReportRow report,
        Optional<Instant> readAt,
        Instant attemptedAt) {

    /// An instance type. Its provider may be another's than the list's.
    record TypeRow(String provider, String name, OptionalDouble vcpus, OptionalDouble memoryGb, Optional<GpuRow> gpu) {
        static TypeRow of(Offer offer) {
            Machine machine = offer.machine();
            return new TypeRow(
                    offer.id().provider().key(),
                    offer.id().instanceType(),
                    machine.vcpus(),
                    machine.memoryGb(),
                    machine.accelerators().map(GpuRow::of));
        }

        Machine machine() {
            return new Machine(vcpus, memoryGb, gpu.map(GpuRow::toDomain));
        }
    }

    /// Where and when prices were said, and the rate that made them EUR.
    record OriginRow(
            Provenance.Source source,
            String origin,
            Instant observedAt,
            String currency,
            String fxRate,
            LocalDate fxDate) {
        static OriginRow of(Offer offer) {
            Provenance price = offer.provenance();
            return new OriginRow(
                    price.source(),
                    price.origin(),
                    price.observedAt(),
                    price.currency(),
                    price.fxRate().toString(),
                    price.fxDate());
        }
    }

    /// @param providerRate absent in rows from before it was known
    record SoldRow(
            int type,
            int origin,
            String region,
            Optional<String> zone,
            String onDemandEur,
            Optional<String> spotEur,
            boolean available,
            String nativePrice,
            Optional<ProviderRate> providerRate) {}

    record HeldRow(SoldRow offer, QuarantineReason reason, String detail) {}

    /// @param coverage absent in rows from before there was any
    record ReportRow(
            String origin,
            Provenance.Source kind,
            int offers,
            List<BadRow> badRows,
            Optional<String> lastError,
            Optional<Coverage> coverage) {}

    static PriceListRow of(PriceList list) {
        var writing = new Writing();
        SourceReport report = list.report();
        List<SoldRow> offers = list.offers().stream().map(writing::sold).toList();
        List<HeldRow> quarantined = list.quarantined().stream()
                .map(held -> new HeldRow(writing.sold(held.offer()), held.reason(), held.detail()))
                .toList();
        return new PriceListRow(
                list.provider().key(),
                List.copyOf(writing.types.keySet()),
                List.copyOf(writing.origins.keySet()),
                offers,
                quarantined,
                new ReportRow(
                        report.origin(),
                        report.kind(),
                        report.offers(),
                        report.badRows(),
                        report.lastError(),
                        Optional.of(report.coverage())),
                list.readAt(),
                list.attemptedAt());
    }

    PriceList toDomain() {
        var reading = new Reading(this);
        return new PriceList(
                new Provider(provider),
                offers.stream().map(reading::offer).toList(),
                quarantined.stream()
                        .map(held -> new Quarantined(reading.offer(held.offer()), held.reason(), held.detail()))
                        .toList(),
                new SourceReport(
                        report.origin(),
                        report.kind(),
                        report.offers(),
                        report.badRows(),
                        report.lastError(),
                        report.coverage().orElse(Coverage.WHOLE)),
                readAt,
                attemptedAt);
    }

    /// Gives each type and origin its place. Equal ones get one; insertion keeps the order of places.
    private static final class Writing {
        private final Map<TypeRow, Integer> types = new LinkedHashMap<>();
        private final Map<OriginRow, Integer> origins = new LinkedHashMap<>();

        SoldRow sold(Offer offer) {
            return new SoldRow(
                    types.computeIfAbsent(TypeRow.of(offer), row -> types.size()),
                    origins.computeIfAbsent(OriginRow.of(offer), row -> origins.size()),
                    offer.id().region(),
                    offer.id().zone(),
                    offer.onDemand().amount().toString(),
                    offer.spot().map(spot -> spot.amount().toString()),
                    offer.available(),
                    offer.provenance().nativePrice().toString(),
                    offer.providerRate());
        }
    }

    /// Makes offers that share what recurs.
    private static final class Reading {
        private final PriceListRow list;
        private final List<Machine> machines = new ArrayList<>();
        private final List<BigDecimal> rates = new ArrayList<>();
        private final Map<String, String> regions = new HashMap<>();

        Reading(PriceListRow list) {
            this.list = list;
            list.types().forEach(type -> machines.add(type.machine()));
            list.origins().forEach(origin -> rates.add(new BigDecimal(origin.fxRate())));
        }

        Offer offer(SoldRow sold) {
            TypeRow type = list.types().get(sold.type());
            OriginRow origin = list.origins().get(sold.origin());
            var provenance = new Provenance(
                    origin.source(),
                    origin.origin(),
                    origin.observedAt(),
                    new BigDecimal(sold.nativePrice()),
                    origin.currency(),
                    rates.get(sold.origin()),
                    origin.fxDate());
            String region = regions.computeIfAbsent(sold.region(), name -> name);
            return new Offer(
                    new OfferId(new Provider(type.provider()), type.name(), region, sold.zone()),
                    machines.get(sold.type()),
                    EurPerHour.of(sold.onDemandEur()),
                    sold.spotEur().map(EurPerHour::of),
                    sold.available(),
                    provenance,
                    sold.providerRate());
        }
    }
}
