package ai.artenic.optimizer.adapters.pricing.samples;

import ai.artenic.optimizer.adapters.pricing.Offers;
import ai.artenic.optimizer.adapters.pricing.ProviderServer;
import ai.artenic.optimizer.adapters.pricing.ProviderServer.Reply;
import ai.artenic.optimizer.adapters.pricing.aws.Aws;
import ai.artenic.optimizer.adapters.pricing.aws.SpotAdvisor;
import ai.artenic.optimizer.adapters.pricing.spi.Json;
import ai.artenic.optimizer.adapters.pricing.spi.PriceSourceProvider;
import ai.artenic.optimizer.domain.offer.Offer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Two pages of GetProducts, of which the first holds a disk; a spot history, which the recording has as JSON; an
/// excerpt of a bulk list, of whose two machines one is Windows and one has only an upfront fee; a spot page; the
/// whole advisor. Of the price page there is no recording, so that its list is our own.
public final class AwsSamples implements SampleCheck {
    private static final String BULK = "pricing.us-east-1.amazonaws.com";
    private static final String OHIO = "/offers/v1.0/aws/AmazonEC2/20230322145651/us-east-2/index.json";
    private static final String PAGE = "b0.p.awsstatic.com/pricing/2.0/meteredUnitMaps/ec2/USD/current/"
            + "ec2-ondemand-without-sec-sel/US%20East%20(N.%20Virginia)/Linux/index.json";

    private @Nullable ProviderServer served;
    private @Nullable Path folder;

    @Override
    public String provider() {
        return "aws";
    }

    @Override
    public void serve(ProviderServer server, Path samples) throws IOException {
        served = server;
        folder = samples;
        String disks = Files.readString(samples.resolve("pricing_GetProducts.json"));
        String machines = Files.readString(samples.resolve("pricing_GetProducts_m5.large.json"));
        server.at(
                "api.pricing.us-east-1.amazonaws.com/",
                request -> Reply.ok(request.body().contains("NextToken") ? machines : disks));
        server.at(
                "ec2.us-east-1.amazonaws.com/",
                history(Files.readString(samples.resolve("ec2_DescribeSpotPriceHistory.json"))));
        server.at(BULK + OHIO, Files.readString(samples.resolve("bulk_offer_AmazonEC2_us-east-2.json")));
        server.at(
                BULK + "/offers/v1.0/aws/AmazonEC2/current/region_index.json",
                "{\"regions\": {\"us-east-2\": {\"currentVersionUrl\": \"" + OHIO + "\"}}}");
        server.at("spot-price.s3.amazonaws.com/spot.js", Files.readString(samples.resolve("spot_js_shape.js")));
        server.at(PAGE, """
                {"regions": {"US East (N. Virginia)": {
                  "m5 large": {"Instance Type": "m5.large", "vCPU": "2", "Memory": "8 GiB", "price": "0.0960000000"}}}}""");
    }

    private static String history(String json) {
        return Json.tree(json)
                .path("SpotPriceHistory")
                .valueStream()
                .map(AwsSamples::point)
                .collect(Collectors.joining(
                        "",
                        "<DescribeSpotPriceHistoryResponse><spotPriceHistorySet>",
                        "</spotPriceHistorySet></DescribeSpotPriceHistoryResponse>"));
    }

    private static String point(JsonNode point) {
        return point.propertyStream()
                .map(field -> {
                    String name = field.getKey().substring(0, 1).toLowerCase(Locale.ROOT)
                            + field.getKey().substring(1);
                    return "<" + name + ">" + field.getValue().asString() + "</" + name + ">";
                })
                .collect(Collectors.joining("", "<item>", "</item>"));
    }

    @Override
    public PriceSourceProvider source() {
        return new Aws();
    }

    @Override
    public List<String> settings() {
        return List.of("regions", "us-east-1", "access-key-id", "example", "secret-access-key", "example");
    }

    @Override
    public List<String> mistakes(List<Offer> offers) {
        var mistakes = new ArrayList<String>();
        ProviderServer server = Objects.requireNonNull(served);
        expect(mistakes, "GetProducts", "[m5.large 2.0 8.0 0.0960000000 USD none]", shown(offers));
        expect(
                mistakes,
                "bulk",
                "[]",
                shown(Offers.of(server.source(new Aws(), "list", "bulk", "regions", "us-east-2"))));
        expect(
                mistakes,
                "spot page",
                "[m5.large 2.0 8.0 0.0960000000 USD 0.0351]",
                shown(Offers.of(server.source(new Aws(), "regions", "us-east-1"))));
        SpotAdvisor advisor = advisor();
        expect(mistakes, "advisor", "14962 []", advisor.size() + " " + advisor.unreadable());
        expect(
                mistakes,
                "advisor p5",
                "Advice[reclaimed=Band[lowest=20, highest=100], savingPercent=52]",
                advisor.advice("us-east-1", "p5.48xlarge").orElseThrow().toString());
        expect(
                mistakes,
                "advisor m5",
                "Advice[reclaimed=Band[lowest=5, highest=10], savingPercent=57]",
                advisor.advice("eu-west-1", "m5.large").orElseThrow().toString());
        return mistakes;
    }

    private SpotAdvisor advisor() {
        Path file = Objects.requireNonNull(folder).resolve("spot_advisor_data.full.json");
        try (InputStream in = Files.newInputStream(file)) {
            return SpotAdvisor.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String shown(List<Offer> offers) {
        return offers.stream().map(AwsSamples::shown).toList().toString();
    }

    private static String shown(Offer offer) {
        var price = offer.provenance();
        String spot = offer.spot()
                .map(eur -> String.format(Locale.ROOT, "%.4f", eur.amount().multiply(price.fxRate())))
                .orElse("none");
        return String.join(
                " ",
                offer.id().instanceType(),
                String.valueOf(offer.machine().vcpus().orElse(0)),
                String.valueOf(offer.machine().memoryGb().orElse(0)),
                price.nativePrice().toPlainString(),
                price.currency(),
                spot);
    }

    private static void expect(List<String> mistakes, String what, String expected, String actual) {
        if (!expected.equals(actual)) {
            mistakes.add(what + ": " + actual + " instead of " + expected);
        }
    }
}
