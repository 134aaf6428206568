package ai.artenic.optimizer.adapters.pricing.openstack;

import ai.artenic.optimizer.adapters.pricing.spi.Freshness;
import ai.artenic.optimizer.adapters.pricing.spi.OfferSheet;
import ai.artenic.optimizer.adapters.pricing.spi.PriceSourceProvider;
import ai.artenic.optimizer.adapters.pricing.spi.Quote;
import ai.artenic.optimizer.adapters.pricing.spi.SourceTools;
import ai.artenic.optimizer.adapters.pricing.spi.UnreadableSourceException;
import ai.artenic.optimizer.adapters.pricing.spi.WebPriceSource;
import ai.artenic.optimizer.application.port.PriceSource;
import ai.artenic.optimizer.domain.offer.Gpu;
import ai.artenic.optimizer.domain.offer.GpuCatalog;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// An OpenStack cloud, whose flavors its API lists and whose prices only its operator knows: a flavor costs what the
/// operator's table says of its name, else what the table's rates make of it.
///
/// Settings `pricing.openstack.…`: needed are `endpoint` (Identity API v3), `compute-endpoint` (Compute API v2.1),
/// `price-table` (a file, see [TableReader]), and `credential-id` with `credential-secret` or `user`, `password` and
/// `project`; `domain` is `Default` and `region` is `RegionOne` unless set.
public final class OpenStack implements PriceSourceProvider {
    private static final String ORIGIN = "OpenStack flavors (operator's prices)";

    /// For [java.util.ServiceLoader].
    public OpenStack() {}

    @Override
    public String key() {
        return "openstack";
    }

    /// None: what is asked are the operator's endpoints.
    @Override
    public Set<String> hosts() {
        return Set.of();
    }

    @Override
    public Set<String> settings() {
        return Set.of(
                "endpoint",
                "compute-endpoint",
                "price-table",
                "credential-id",
                "credential-secret",
                "user",
                "password",
                "project",
                "domain",
                "region");
    }

    @Override
    public Freshness freshness() {
        return Freshness.HOURS;
    }

    @Override
    public PriceSource create(SourceTools tools) {
        return new WebPriceSource(ORIGIN, () -> read(tools));
    }

    private static OfferSheet read(SourceTools tools) throws UnreadableSourceException {
        OperatorTable table = OperatorTable.read(Path.of(tools.settings().required("price-table")));
        if (table.validFrom().isAfter(tools.clock().instant())) {
            throw new UnreadableSourceException("the price table is valid from " + table.validFrom() + " only");
        }
        String compute = tools.settings().required("compute-endpoint");
        String region = tools.settings().text("region").orElse("RegionOne");
        OfferSheet sheet = tools.sheets().sheet(ORIGIN, table.currency(), table.validFrom());
        for (JsonNode flavor : FlavorPages.read(tools.web(), compute, Keystone.token(tools))) {
            add(Flavor.read(flavor), region, table, tools.sheets().gpus(), sheet);
        }
        return sheet;
    }

    private static void add(Flavor flavor, String region, OperatorTable table, GpuCatalog gpus, OfferSheet sheet) {
        var problems = new ArrayList<String>();
        Optional<Accelerated> accelerated = Accelerated.of(flavor, table.devices(), gpus, problems);
        if (!flavor.showsSpecs()) {
            problems.add("the cloud does not show whether it has accelerators");
        }
        Quote quote = Quote.of(flavor.name(), region).available(!flavor.isDisabled());
        flavor.vcpus().ifPresent(quote::vcpus);
        flavor.memoryGb().ifPresent(quote::memoryGb);
        accelerated.ifPresent(has -> describe(quote, has, gpus));
        Optional<BigDecimal> price = Optional.ofNullable(table.flavors().get(flavor.name()))
                .or(() -> rate(flavor, accelerated, table, gpus));
        if (price.isEmpty()) {
            problems.add("its price is not known");
        }
        if (problems.isEmpty()) {
            sheet.add(quote.onDemand(price.orElseThrow()));
        } else {
            sheet.reject(flavor.name(), String.join("; ", problems));
        }
    }

    private static void describe(Quote quote, Accelerated has, GpuCatalog gpus) {
        Device device = has.device();
        Optional<Gpu> known = gpus.find(device.gpu(), OptionalDouble.empty());
        quote.gpu(known.map(Gpu::type).orElse(device.gpu()), has.count());
        device.memoryGb().ifPresent(quote::gpuMemoryGb);
        if (device.memoryGb().isEmpty() && has.count() < 1) {
            known.map(Gpu::memoryGb)
                    .orElse(OptionalDouble.empty())
                    .ifPresent(whole -> quote.gpuMemoryGb(whole * has.count()));
        }
    }

    private static Optional<BigDecimal> rate(
            Flavor flavor, Optional<Accelerated> accelerated, OperatorTable table, GpuCatalog gpus) {
        if (accelerated.isPresent()) {
            Accelerated has = accelerated.get();
            return table.rates()
                    .gpu(has.device().gpu(), OptionalDouble.empty(), gpus)
                    .map(rate -> rate.multiply(BigDecimal.valueOf(has.count())));
        }
        return flavor.vcpus().isPresent() && flavor.memoryGb().isPresent()
                ? table.rates()
                        .parts(flavor.vcpus().getAsDouble(), flavor.memoryGb().getAsDouble())
                : Optional.empty();
    }
}
