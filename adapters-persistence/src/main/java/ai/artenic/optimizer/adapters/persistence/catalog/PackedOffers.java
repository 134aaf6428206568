package ai.artenic.optimizer.adapters.persistence.catalog;

import ai.artenic.optimizer.domain.offer.Machine;
import ai.artenic.optimizer.domain.offer.Offer;
import ai.artenic.optimizer.domain.offer.OfferId;
import ai.artenic.optimizer.domain.offer.Provider;
import ai.artenic.optimizer.domain.quantity.EurPerHour;
import ai.artenic.optimizer.domain.spot.ProviderRate;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Offers in which what recurs is said once and then referred to by its number. Every figure is exact.
///
/// @param texts names and prices
/// @param rates absent in rows from before there were any
record PackedOffers(
        List<String> texts,
        List<MachineRow> machines,
        List<OriginRow> origins,
        Optional<List<ProviderRate>> rates,
        List<Packed> offers) {
    private static final int NONE = -1;

    PackedOffers {
        texts = List.copyOf(texts);
        machines = List.copyOf(machines);
        origins = List.copyOf(origins);
        rates = rates.map(List::copyOf);
        offers = List.copyOf(offers);
    }

    /// An offer by numbers: of texts, but for machine and origin. Written as an array, in this order.
    ///
    /// @param zone -1 for none
    /// @param spot -1 where there is no spot market
    /// @param rate of [#rates]; empty where the provider says nothing
    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    @JsonPropertyOrder({
        "provider",
        "instanceType",
        "region",
        "zone",
        "machine",
        "onDemand",
        "spot",
        "available",
        "origin",
        "nativePrice",
        "rate"
    })
    record Packed(
            int provider,
            int instanceType,
            int region,
            int zone,
            int machine,
            int onDemand,
            int spot,
            boolean available,
            int origin,
            int nativePrice,
            OptionalInt rate) {}

    static PackedOffers of(List<Offer> offers) {
        var texts = new Dictionary<String>();
        var machines = new Dictionary<Machine>();
        var origins = new Dictionary<OriginRow>();
        var rates = new Dictionary<ProviderRate>();
        List<Packed> packed = offers.stream()
                .map(offer -> new Packed(
                        texts.number(offer.id().provider().key()),
                        texts.number(offer.id().instanceType()),
                        texts.number(offer.id().region()),
                        offer.id().zone().map(texts::number).orElse(NONE),
                        machines.number(offer.machine()),
                        texts.number(offer.onDemand().amount().toString()),
                        offer.spot()
                                .map(spot -> texts.number(spot.amount().toString()))
                                .orElse(NONE),
                        offer.available(),
                        origins.number(OriginRow.of(offer.provenance())),
                        texts.number(offer.provenance().nativePrice().toString()),
                        offer.providerRate()
                                .map(rate -> OptionalInt.of(rates.number(rate)))
                                .orElse(OptionalInt.empty())))
                .toList();
        return new PackedOffers(
                texts.items(),
                machines.items().stream().map(MachineRow::of).toList(),
                origins.items(),
                Optional.of(rates.items()),
                packed);
    }

    /// The offers; what recurs is one object.
    List<Offer> toDomain() {
        List<Machine> nodes = machines.stream().map(MachineRow::toDomain).toList();
        return offers.stream().map(packed -> offer(packed, nodes)).toList();
    }

    private Offer offer(Packed packed, List<Machine> nodes) {
        var id = new OfferId(
                new Provider(texts.get(packed.provider())),
                texts.get(packed.instanceType()),
                texts.get(packed.region()),
                text(packed.zone()));
        return new Offer(
                id,
                nodes.get(packed.machine()),
                price(texts.get(packed.onDemand())),
                text(packed.spot()).map(PackedOffers::price),
                packed.available(),
                origins.get(packed.origin()).toDomain(texts.get(packed.nativePrice())),
                packed.rate().isEmpty()
                        ? Optional.empty()
                        : rates.map(said -> said.get(packed.rate().getAsInt())));
    }

    private Optional<String> text(int number) {
        return number == NONE ? Optional.empty() : Optional.of(texts.get(number));
    }

    private static EurPerHour price(String amount) {
        return new EurPerHour(new BigDecimal(amount));
    }
}
