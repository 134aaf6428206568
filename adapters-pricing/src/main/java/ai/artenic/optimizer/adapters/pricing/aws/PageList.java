package ai.artenic.optimizer.adapters.pricing.aws;

import ai.artenic.optimizer.adapters.pricing.spi.Json;
import ai.artenic.optimizer.adapters.pricing.spi.UnreadableSourceException;
import ai.artenic.optimizer.adapters.pricing.spi.Web;
import ai.artenic.optimizer.adapters.pricing.spi.WebRequest;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// The small lists that AWS's own price page reads: one per region, without a key, under the region's display name.
/// They are not documented.
record PageList(Web web) implements PriceList {
    static final String HOST = "b0.p.awsstatic.com";
    private static final String LISTS = "/pricing/2.0/meteredUnitMaps/ec2/USD/current/ec2-ondemand-without-sec-sel/";
    private static final String LINUX = "Linux";

    @Override
    public String origin() {
        return "EC2 on-demand price page";
    }

    @Override
    public List<Listed> read(String region) throws UnreadableSourceException {
        String name = AwsRegion.displayName(region)
                .orElseThrow(() -> new UnreadableSourceException("is no region known here"));
        return web.read(WebRequest.get(address(name)), body -> machines(body, name));
    }

    private static URI address(String name) {
        try {
            return new URI("https", HOST, LISTS + name + "/" + LINUX + "/index.json", null);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Listed> machines(InputStream body, String name) {
        JsonNode list = Json.tree(body);
        JsonNode machines = list.path("regions").path(name);
        if (!machines.isObject()) {
            throw Json.unexpected("no prices of " + name);
        }
        String currency = list.path("manifest").path("currencyCode").asString("USD");
        if (!"USD".equals(currency)) {
            throw Json.unexpected("prices in " + currency);
        }
        return machines.valueStream()
                .filter(machine -> LINUX.equals(machine.path("Operating System").asString(LINUX)))
                .map(PageList::listed)
                .toList();
    }

    /// The instance type stands within the entry: its key is a phrase (`p5 48xlarge US East N. Virginia Linux`).
    private static Listed listed(JsonNode machine) {
        return Listed.of(
                machine.path("Instance Type").asString(""),
                machine.path("vCPU").asString(null),
                machine.path("Memory").asString(null),
                machine.path("GPU").asString(null),
                Json.text(machine.path("price"))
                        .or(() -> Json.decimal(machine.path("price")).map(Object::toString)));
    }
}
