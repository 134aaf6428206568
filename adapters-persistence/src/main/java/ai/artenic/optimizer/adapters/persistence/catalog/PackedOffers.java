package ai.artenic.optimizer.adapters.persistence.catalog;

import ai.artenic.optimizer.domain.offer.Machine;
import ai.artenic.optimizer.domain.offer.Offer;
import ai.artenic.optimizer.domain.offer.OfferId;
import ai.artenic.optimizer.domain.offer.Provider;
import ai.artenic.optimizer.domain.quantity.EurPerHour;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// Offers in which what recurs is said once and then referred to by its number. Every figure is exact.
///
/// @param texts names and prices
record PackedOffers(List<String> texts, List<MachineRow> machines, List<OriginRow> origins, List<Packed> offers) {
    private static final int NONE = -1;

    PackedOffers {
        texts = List.copyOf(texts);
        machines = List.copyOf(machines);
        origins = List.copyOf(origins);
        offers = List.copyOf(offers);
    }

    /// An offer by numbers: of texts, but for machine and origin. Written as an array, in this order.
    ///
    /// @param zone -1 for none
    /// @param spot -1 where there is no spot market
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
        "nativePrice"
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
            int nativePrice) {}

    static PackedOffers of(List<Offer> offers) {
        var texts = new Dictionary<String>();
        var machines = new Dictionary<Machine>();
        var origins = new Dictionary<OriginRow>();
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
                        texts.number(offer.provenance().nativePrice().toString())))
                .toList();
        return new PackedOffers(
                texts.items(), machines.items().stream().map(MachineRow::of).toList(), origins.items(), packed);
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
                origins.get(packed.origin()).toDomain(texts.get(packed.nativePrice())));
    }

    private Optional<String> text(int number) {
        return number == NONE ? Optional.empty() : Optional.of(texts.get(number));
    }

    private static EurPerHour price(String amount) {
        return new EurPerHour(new BigDecimal(amount));
    }
}
