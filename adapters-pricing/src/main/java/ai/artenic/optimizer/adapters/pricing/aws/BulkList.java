package ai.artenic.optimizer.adapters.pricing.aws;

import ai.artenic.optimizer.adapters.pricing.spi.Json;
import ai.artenic.optimizer.adapters.pricing.spi.UnreadableSourceException;
import ai.artenic.optimizer.adapters.pricing.spi.Web;
import ai.artenic.optimizer.adapters.pricing.spi.WebRequest;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// The documented bulk price lists, without a key: an index names the current version of each region's list.
///
/// @param ending of the files that the reader reads; the index names those in JSON
record BulkList(Web web, String ending, Web.BodyReader<List<Listed>> reader) implements PriceList {
    static final String HOST = "pricing.us-east-1.amazonaws.com";
    private static final URI INDEX =
            URI.create("https://" + HOST + "/offers/v1.0/aws/AmazonEC2/current/region_index.json");
    private static final String JSON = ".json";
    private static final long MOST_BYTES = 4L << 30;

    /// The lists as JSON.
    static BulkList json(Web web) {
        return new BulkList(web, JSON, BulkJson::read);
    }

    /// The lists as CSV.
    static BulkList csv(Web web) {
        return new BulkList(web, ".csv", BulkCsv::read);
    }

    @Override
    public String origin() {
        return "EC2 bulk price list";
    }

    @Override
    public List<Listed> read(String region) throws UnreadableSourceException {
        String version = Optional.ofNullable(
                        web.read(WebRequest.get(INDEX), BulkList::versions).get(region))
                .orElseThrow(() -> new UnreadableSourceException("is not in the index of price lists"));
        return web.read(WebRequest.get(address(version)).upTo(MOST_BYTES), reader);
    }

    private static Map<String, String> versions(InputStream body) {
        JsonNode regions = Json.tree(body).path("regions");
        if (!regions.isObject()) {
            throw Json.unexpected("no 'regions'");
        }
        return regions.propertyStream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey,
                        region -> region.getValue().path("currentVersionUrl").asString("")));
    }

    private URI address(String version) throws UnreadableSourceException {
        if (!version.endsWith(JSON)) {
            throw new UnreadableSourceException("has no version of its list in the index");
        }
        try {
            String path = version.substring(0, version.length() - JSON.length()) + ending;
            return INDEX.resolve(path);
        } catch (IllegalArgumentException e) {
            throw new UnreadableSourceException("has no address of its list in the index", e);
        }
    }
}
