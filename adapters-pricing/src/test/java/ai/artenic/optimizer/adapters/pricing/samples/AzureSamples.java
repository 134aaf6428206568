package ai.artenic.optimizer.adapters.pricing.samples;

import ai.artenic.optimizer.adapters.pricing.ProviderServer;
import ai.artenic.optimizer.adapters.pricing.ProviderServer.Reply;
import ai.artenic.optimizer.adapters.pricing.azure.Azure;
import ai.artenic.optimizer.adapters.pricing.spi.PriceSourceProvider;
import ai.artenic.optimizer.domain.offer.Offer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A recorded page, on which there is a Windows spot meter and one for tests, with a link to the next; for that
/// stands a recorded meter with savings plans, of which the recording says neither kind nor region. None is an offer.
public final class AzureSamples implements SampleCheck {
    private static final String LIST = "prices.azure.com/api/retail/prices";

    private @Nullable ProviderServer served;

    @Override
    public String provider() {
        return "azure";
    }

    @Override
    public void serve(ProviderServer server, Path samples) throws IOException {
        served = server;
        String first = Files.readString(samples.resolve("retail_prices_page.json"));
        String second = "{\"Items\": [" + Files.readString(samples.resolve("retail_prices_savings_plan_item.json"))
                + "], \"NextPageLink\": null, \"Count\": 1}";
        server.at(LIST, request -> Reply.ok(request.address().contains("$skip=100") ? second : first));
    }

    @Override
    public PriceSourceProvider source() {
        return new Azure();
    }

    @Override
    public List<String> settings() {
        return List.of("regions", "westeurope");
    }

    @Override
    public List<String> mistakes(List<Offer> offers) {
        var mistakes = new ArrayList<String>();
        offers.forEach(offer -> mistakes.add("is no offer: " + offer));
        int pages = Objects.requireNonNull(served).requests().size();
        if (pages != 2) {
            mistakes.add(pages + " pages were read instead of 2");
        }
        return mistakes;
    }
}
