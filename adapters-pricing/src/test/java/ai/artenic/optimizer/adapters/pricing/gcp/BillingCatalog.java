package ai.artenic.optimizer.adapters.pricing.gcp;

import static ai.artenic.optimizer.adapters.pricing.Bundled.gpus;
import static ai.artenic.optimizer.adapters.pricing.Bundled.machine;
import static ai.artenic.optimizer.adapters.pricing.gcp.Skus.page;
import static ai.artenic.optimizer.adapters.pricing.gcp.Skus.sku;

import ai.artenic.optimizer.adapters.pricing.Bundled;
import ai.artenic.optimizer.adapters.pricing.Offers;
import ai.artenic.optimizer.adapters.pricing.ProviderServer;
import ai.artenic.optimizer.application.port.PriceSource;
import ai.artenic.optimizer.domain.offer.Machine;
import ai.artenic.optimizer.domain.offer.Offer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A billing catalogue that prices the parts of `a2-highgpu-1g`, and whatever a test adds.
final class BillingCatalog implements AutoCloseable {
    static final String ADDRESS = "cloudbilling.googleapis.com/v1/services/6F81-5844-456A/skus";

    final ProviderServer server = new ProviderServer();
    final List<String> skus = new ArrayList<>(List.of(
            sku("A2 Instance Core running in Americas", "OnDemand", "h", "0", 30_000_000),
            sku("A2 Instance Ram running in Americas", "OnDemand", "GiBy.h", "0", 4_000_000),
            sku("Nvidia Tesla A100 GPU running in Americas", "OnDemand", "h", "2", 900_000_000),
            sku("Spot Preemptible A2 Instance Core running in Americas", "Preemptible", "h", "0", 10_000_000),
            sku("Spot Preemptible A2 Instance Ram running in Americas", "Preemptible", "GiBy.h", "0", 1_000_000),
            sku(
                    "Nvidia Tesla A100 GPU attached to Spot Preemptible VMs running in Americas",
                    "Preemptible",
                    "h",
                    "1",
                    500_000_000)));

    BillingCatalog() {
        sells(Map.of("a2-highgpu-1g", machine(12, 85, gpus("A100-40GB", 1))));
    }

    /// Makes these the types of the bundled snapshot.
    void sells(Map<String, Machine> machines) {
        server.bundling(machines.entrySet().stream()
                .map(type -> Bundled.offer("gcp", type.getKey(), "us-central1", type.getValue()))
                .toList());
    }

    PriceSource source() {
        return server.at(ADDRESS, page(skus, "")).source(new Gcp(), "api-key", "secret");
    }

    Offer offer(String type) {
        return Offers.find(Offers.of(source()), type, "us-central1");
    }

    String onDemand(String type) {
        return offer(type).provenance().nativePrice().stripTrailingZeros().toPlainString();
    }

    @Override
    public void close() {
        server.close();
    }
}
