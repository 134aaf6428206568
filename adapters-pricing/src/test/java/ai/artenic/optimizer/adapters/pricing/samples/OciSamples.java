package ai.artenic.optimizer.adapters.pricing.samples;

import ai.artenic.optimizer.adapters.pricing.ProviderServer;
import ai.artenic.optimizer.adapters.pricing.oci.Oci;
import ai.artenic.optimizer.adapters.pricing.spi.PriceSourceProvider;
import ai.artenic.optimizer.domain.offer.Offer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Oci's recorded answers.
public final class OciSamples implements SampleCheck {
    @Override
    public String provider() {
        return "oci";
    }

    @Override
    public void serve(ProviderServer server, Path samples) throws IOException {
        server.at(
                "apexapps.oracle.com/pls/apex/cetools/api/v1/products/",
                Files.readString(samples.resolve("cetools_products_usd.full.json")));
    }

    @Override
    public PriceSourceProvider source() {
        return new Oci();
    }

    @Override
    public List<String> settings() {
        return List.of();
    }

    @Override
    public List<String> mistakes(List<Offer> offers) {
        Map<String, Offer> bundled = Samples.bundled().stream()
                .filter(offer -> offer.id().provider().key().equals("oci"))
                .collect(Collectors.toMap(offer -> offer.id().instanceType(), offer -> offer));
        var samples = new Samples(offers)
                .count(145)
                .same("bundled shapes", 143, bundled.size())
                .offer("BM.GPU.H100.8", "global", "80 USD, -, 224, 2048, 8 x H100 of 80")
                .offer("BM.DenseIO.E5.128", "global", "11.90592 USD, -, 256, 1536, -")
                .offer("VM.GPU.A10.1", "global", "2 USD, 0.50, 30, 240, 1 x A10 of 24")
                .offer("VM.Standard.A1.Flex:8ocpu-32gb", "global", "0.128 USD, 0.50, 8, 32, -")
                .offer("VM.Standard.E4.Flex:1ocpu-8gb", "global", "0.037 USD, 0.50, 2, 8, -");
        for (Offer offer : offers) {
            Offer same = bundled.get(offer.id().instanceType());
            if (same != null) {
                samples.same(offer.id() + " on demand", same.onDemand(), offer.onDemand())
                        .same(offer.id() + " spot", same.spot(), offer.spot())
                        .same(offer.id() + " machine", same.machine(), offer.machine());
            }
        }
        return samples.mistakes();
    }
}
