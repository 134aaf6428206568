package ai.artenic.optimizer.adapters.pricing.kubernetes;

import ai.artenic.optimizer.adapters.pricing.rates.UnitRates;
import ai.artenic.optimizer.adapters.pricing.spi.OfferSheet;
import ai.artenic.optimizer.adapters.pricing.spi.OfferSheets;
import ai.artenic.optimizer.adapters.pricing.spi.Quote;
import ai.artenic.optimizer.domain.offer.Accelerators;
import ai.artenic.optimizer.domain.offer.Gpu;
import ai.artenic.optimizer.domain.offer.GpuCatalog;
import ai.artenic.optimizer.domain.offer.Offer;
import ai.artenic.optimizer.domain.offer.Provenance;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalDouble;

/// Prices nodes: by the operator's rates, else by what the cloud underneath asks for the machine.
final class NodePrices {
    /// A driver reports less memory than the datasheet; by more than this share, it is another variant.
    private static final double REPORTED_MEMORY_TOLERANCE = 0.15;

    private final OfferSheets sheets;
    private final UnitRates rates;
    private final CloudPrices clouds;
    private final Optional<String> cloud;

    /// @param cloud whose machines all nodes are, where the operator says so
    NodePrices(OfferSheets sheets, UnitRates rates, CloudPrices clouds, Optional<String> cloud) {
        this.sheets = sheets;
        this.rates = rates;
        this.clouds = clouds;
        this.cloud = cloud;
    }

    /// Adds the offer of nodes that are alike, or says why it has no price.
    ///
    /// @param sheet for prices by the operator's rates; takes those of clouds too, each as old as it is
    void add(Alike nodes, OfferSheet sheet) {
        Optional<Offer> machine = cloud.or(() -> nodes.any().cloud()).flatMap(key -> clouds.find(key, nodes.any()));
        Optional<String> gpu = nodes.portion()
                .gpu()
                .or(() -> machine.flatMap(offer -> offer.machine().accelerators())
                        .map(Accelerators::gpu)
                        .map(Gpu::type));
        Quote quote = described(nodes, gpu);
        Optional<BigDecimal> rate = rate(nodes, gpu);
        if (nodes.portion().hasGpu() && gpu.isEmpty()) {
            sheet.reject(nodes.name(), "the kind of its accelerators is not stated");
        } else if (rate.isPresent()) {
            sheet.add(quote.onDemand(rate.get()));
        } else if (machine.isPresent()) {
            sheet.take(priced(quote, machine.get(), nodes));
        } else {
            sheet.reject(nodes.name(), "there is no rate for it, and no known price of a cloud");
        }
    }

    private Quote described(Alike nodes, Optional<String> gpu) {
        Portion portion = nodes.portion();
        Quote quote = Quote.of(nodes.name(), nodes.any().region())
                .vcpus(nodes.leastVcpus())
                .memoryGb(nodes.leastMemoryGb())
                .available(nodes.isAnyReady());
        if (portion.hasGpu() && gpu.isPresent()) {
            Optional<Gpu> known = known(portion, gpu.get());
            quote.gpu(known.map(Gpu::type).orElse(gpu.get()), portion.gpuCount());
            memoryGb(portion, known).ifPresent(quote::gpuMemoryGb);
        }
        return quote;
    }

    private Optional<Gpu> known(Portion portion, String gpu) {
        GpuCatalog gpus = sheets.gpus();
        return gpus.find(gpu, portion.isSlice() ? OptionalDouble.empty() : portion.gpuMemoryGb());
    }

    /// Of a slice what is reported, of a whole one the datasheet's where the report is near to it.
    private static OptionalDouble memoryGb(Portion portion, Optional<Gpu> known) {
        OptionalDouble reported = portion.gpuMemoryGb();
        double listed = known.map(Gpu::memoryGb).orElse(OptionalDouble.empty()).orElse(0);
        boolean isNear = Math.abs(reported.orElse(listed) - listed) < listed * REPORTED_MEMORY_TOLERANCE;
        return isNear && !portion.isSlice() ? OptionalDouble.of(listed) : reported;
    }

    private Optional<BigDecimal> rate(Alike nodes, Optional<String> gpu) {
        Portion portion = nodes.portion();
        if (!portion.hasGpu()) {
            return rates.parts(nodes.leastVcpus(), nodes.leastMemoryGb());
        }
        Optional<BigDecimal> whole = gpu.flatMap(name -> rates.gpu(
                        name, portion.isSlice() ? OptionalDouble.empty() : portion.gpuMemoryGb(), sheets.gpus()))
                .map(rate -> rate.multiply(BigDecimal.valueOf(portion.gpuCount())));
        return portion.isSlice() ? rates.named(portion.device()).or(() -> whole) : whole;
    }

    private OfferSheet priced(Quote quote, Offer machine, Alike nodes) {
        Provenance from = machine.provenance();
        BigDecimal fraction = BigDecimal.valueOf(nodes.portion().fraction());
        quote.onDemand(from.nativePrice().multiply(fraction));
        if (nodes.isAnySpot()) {
            machine.spot()
                    .ifPresent(spot ->
                            quote.spot(spot.amount().multiply(from.fxRate()).multiply(fraction)));
        }
        OfferSheet dated = sheets.bundled(machine.id().provider().key() + ": " + from.origin(), from);
        dated.add(quote);
        return dated;
    }
}
