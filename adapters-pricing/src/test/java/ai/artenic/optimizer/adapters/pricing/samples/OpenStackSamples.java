package ai.artenic.optimizer.adapters.pricing.samples;

import ai.artenic.optimizer.adapters.pricing.ProviderServer;
import ai.artenic.optimizer.adapters.pricing.ProviderServer.Reply;
import ai.artenic.optimizer.adapters.pricing.openstack.OpenStack;
import ai.artenic.optimizer.adapters.pricing.spi.PriceSourceProvider;
import ai.artenic.optimizer.domain.offer.Offer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// The flavors of OpenStack's own documentation, at an operator's prices.
public final class OpenStackSamples implements SampleCheck {
    private List<String> settings = List.of();

    @Override
    public String provider() {
        return "openstack";
    }

    @Override
    public void serve(ProviderServer server, Path samples) throws IOException {
        String flavors = Files.readString(samples.resolve("flavors-detail-resp.json"));
        server.at("v3/auth/tokens", request -> new Reply(201, Map.of("X-Subject-Token", "none"), "{}"));
        server.at(
                "v2.1/flavors/detail",
                request -> Reply.ok(request.address().contains("marker") ? "{\"flavors\": []}" : flavors));
        settings = List.of(
                "endpoint",
                server.address() + "/v3",
                "compute-endpoint",
                server.address() + "/v2.1",
                "credential-id",
                "none",
                "credential-secret",
                "none",
                "price-table",
                samples.resolve("operator_price_table.json").toString());
    }

    @Override
    public PriceSourceProvider source() {
        return new OpenStack();
    }

    @Override
    public List<String> settings() {
        return settings;
    }

    @Override
    public List<String> mistakes(List<Offer> offers) {
        return new Samples(offers)
                .count(7)
                .offer("m1.small", "RegionOne", "0.02 EUR, -, 1, 2, -")
                .offer("m1.xlarge", "RegionOne", "0.128 EUR, -, 8, 16, -")
                .mistakes();
    }
}
