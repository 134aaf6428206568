package ai.artenic.optimizer.adapters.pricing.aws;

import ai.artenic.optimizer.adapters.pricing.spi.Freshness;
import ai.artenic.optimizer.adapters.pricing.spi.OfferSheet;
import ai.artenic.optimizer.adapters.pricing.spi.PriceSourceProvider;
import ai.artenic.optimizer.adapters.pricing.spi.RegionWalk;
import ai.artenic.optimizer.adapters.pricing.spi.SourceTools;
import ai.artenic.optimizer.adapters.pricing.spi.UnreadableSourceException;
import ai.artenic.optimizer.adapters.pricing.spi.Web;
import ai.artenic.optimizer.adapters.pricing.spi.WebPriceSource;
import ai.artenic.optimizer.application.port.PriceSource;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Amazon EC2: Linux machines on shared hardware, on demand and spot, in US dollars, with the bands of AWS's spot
/// advisor.
///
/// Settings: `pricing.aws.regions` (codes); `pricing.aws.list`, where on-demand prices come from: `page` (small
/// lists, no key; the default), `bulk` or `bulk-csv` (the documented lists, hundreds of megabytes each, no key) or
/// `api` (signed; the default where `pricing.aws.access-key-id` and `pricing.aws.secret-access-key` are set, which
/// then also ask the EC2 API for spot prices instead of the public spot page).
public final class Aws implements PriceSourceProvider {
    private static final List<String> REGIONS =
            List.of("us-east-1", "us-east-2", "us-west-2", "eu-central-1", "eu-west-1", "eu-north-1", "ap-northeast-1");

    /// For [java.util.ServiceLoader].
    public Aws() {}

    @Override
    public String key() {
        return "aws";
    }

    @Override
    public Set<String> hosts() {
        return AwsRegion.ec2HostsAnd(PageList.HOST, BulkList.HOST, QueryList.HOST, SpotPage.HOST, SpotAdvisor.HOST);
    }

    @Override
    public Set<String> settings() {
        return Set.of("regions", "list", "access-key-id", "secret-access-key", "session-token");
    }

    @Override
    public Freshness freshness() {
        return Freshness.HOURS;
    }

    @Override
    public PriceSource create(SourceTools tools) {
        return new WebPriceSource("EC2 prices", () -> read(tools));
    }

    private static OfferSheet read(SourceTools tools) throws UnreadableSourceException {
        Optional<AwsKeys> keys = AwsKeys.of(tools.settings());
        PriceList list = list(tools, keys);
        OfferSheet sheet =
                tools.sheets().sheet(list.origin(), "USD", tools.clock().instant());
        SpotPrices spot = keys.<SpotPrices>map(known -> new SpotHistory(tools.web(), known, tools.clock()))
                .orElseGet(() -> new SpotPage(tools.web()));
        var offers = new AwsOffers(tools.machines(), advisorOrSilence(tools.web(), sheet), sheet);
        RegionWalk.over(
                tools.settings().list("regions", REGIONS),
                sheet,
                region -> offers.add(region, list.read(region), spotOrNone(spot, region, sheet)));
        return sheet;
    }

    private static PriceList list(SourceTools tools, Optional<AwsKeys> keys) throws UnreadableSourceException {
        String from = tools.settings().text("list").orElse(keys.isPresent() ? "api" : "page");
        return switch (from) {
            case "page" -> new PageList(tools.web());
            case "bulk" -> BulkList.json(tools.web());
            case "bulk-csv" -> BulkList.csv(tools.web());
            case "api" -> new QueryList(tools.web(), AwsKeys.required(tools.settings()), tools.clock());
            default -> throw new UnreadableSourceException("pricing.aws.list must be page, bulk, bulk-csv or api");
        };
    }

    /// Prices do not wait for how often machines are taken back.
    private static SpotAdvisor advisorOrSilence(Web web, OfferSheet sheet) {
        try {
            return SpotAdvisor.fetch(web);
        } catch (UnreadableSourceException e) {
            sheet.reject("spot advisor", String.valueOf(e.getMessage()));
            return SpotAdvisor.SILENT;
        }
    }

    /// On-demand prices do not wait for spot prices: where those cannot be read, they are unknown.
    private static Map<String, BigDecimal> spotOrNone(SpotPrices spot, String region, OfferSheet sheet) {
        try {
            SpotPrices.Told told = spot.in(region);
            told.unreadable().forEach(type -> sheet.reject(type + "/" + region, "its spot price is no number above 0"));
            return told.prices();
        } catch (UnreadableSourceException e) {
            sheet.reject("spot prices of " + region, String.valueOf(e.getMessage()));
            return Map.of();
        }
    }
}
