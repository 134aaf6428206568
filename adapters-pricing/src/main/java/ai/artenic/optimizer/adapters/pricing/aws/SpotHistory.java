package ai.artenic.optimizer.adapters.pricing.aws;

import ai.artenic.optimizer.adapters.pricing.spi.PageLoop;
import ai.artenic.optimizer.adapters.pricing.spi.UnreadableSourceException;
import ai.artenic.optimizer.adapters.pricing.spi.Web;
import ai.artenic.optimizer.adapters.pricing.spi.WebRequest;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Spot prices of this moment from the EC2 API, signed, per zone. The name of a zone means another zone in another
/// account, so what counts is the lowest price of a region's zones, which is where one would rent. Local zones are
/// no part of the region.
record SpotHistory(Web web, AwsKeys keys, InstantSource clock) implements SpotPrices {
    private static final int MOST_PAGES = 200;
    private static final String LINUX = "Linux/UNIX";

    /// A type in a zone.
    private record Place(String instanceType, String zone) {}

    @Override
    public Told in(String region) throws UnreadableSourceException {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var signature = new Signature(keys, region, "ec2");
        var loop = new PageLoop("pages of the spot price history", MOST_PAGES);
        var zone = Pattern.compile(Pattern.quote(region) + "[a-z]");
        Map<Place, SpotPoint> newest = new HashMap<>();
        List<String> unreadable = new ArrayList<>();
        Optional<String> token = Optional.of("");
        while (token.isPresent()) {
            loop.enter(token.get());
            WebRequest request = WebRequest.get(address(region, now, token.get()));
            SpotPoint.Page page = web.read(signature.sign(request, clock.instant()), SpotPoint::page);
            page.points().stream()
                    .filter(point -> point.product().startsWith(LINUX)
                            && zone.matcher(point.zone()).matches())
                    .forEach(point ->
                            newest.merge(new Place(point.instanceType(), point.zone()), point, SpotPoint::newer));
            unreadable.addAll(page.unreadable());
            token = page.next();
        }
        return new Told(lowest(newest), unreadable);
    }

    private static Map<String, BigDecimal> lowest(Map<Place, SpotPoint> newest) {
        Map<String, BigDecimal> prices = new HashMap<>();
        newest.forEach((place, point) -> prices.merge(place.instanceType(), point.price(), BigDecimal::min));
        return prices;
    }

    private static URI address(String region, Instant now, String token) throws UnreadableSourceException {
        Map<String, String> query = new HashMap<>(Map.of(
                "Action", "DescribeSpotPriceHistory",
                "Version", "2016-11-15",
                "StartTime", now.toString(),
                "MaxResults", "1000",
                "Filter.1.Name", "product-description",
                "Filter.1.Value.1", LINUX));
        if (!token.isEmpty()) {
            query.put("NextToken", token);
        }
        try {
            return URI.create("https://" + AwsRegion.ec2Host(region) + "/?" + Signature.query(query));
        } catch (IllegalArgumentException e) {
            throw new UnreadableSourceException("is no region", e);
        }
    }
}
