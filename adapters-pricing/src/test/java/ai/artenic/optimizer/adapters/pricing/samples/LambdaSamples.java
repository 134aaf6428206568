package ai.artenic.optimizer.adapters.pricing.samples;

import ai.artenic.optimizer.adapters.pricing.ProviderServer;
import ai.artenic.optimizer.adapters.pricing.lambda.LambdaLabs;
import ai.artenic.optimizer.adapters.pricing.spi.PriceSourceProvider;
import ai.artenic.optimizer.domain.offer.Offer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Lambda's answer as its documentation gives it, with a GPU that does not exist.
public final class LambdaSamples implements SampleCheck {
    @Override
    public String provider() {
        return "lambda_labs";
    }

    @Override
    public void serve(ProviderServer server, Path samples) throws IOException {
        server.at(
                "cloud.lambda.ai/api/v1/instance-types",
                Files.readString(samples.resolve("instance_types_example.json")));
    }

    @Override
    public PriceSourceProvider source() {
        return new LambdaLabs();
    }

    @Override
    public List<String> settings() {
        return List.of("api-key", "none");
    }

    @Override
    public List<String> mistakes(List<Offer> offers) {
        return new Samples(offers)
                .count(1)
                .offer("gpu_8x_example", "us-west-1", "15.92 USD, -, 124, 1800, 8 x Example GPU 40 GB SXM4 of 40")
                .mistakes();
    }
}
