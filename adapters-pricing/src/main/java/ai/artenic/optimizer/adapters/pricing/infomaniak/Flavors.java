package ai.artenic.optimizer.adapters.pricing.infomaniak;

import ai.artenic.optimizer.adapters.pricing.spi.Json;
import ai.artenic.optimizer.adapters.pricing.spi.PageLoop;
import ai.artenic.optimizer.adapters.pricing.spi.SourceTools;
import ai.artenic.optimizer.adapters.pricing.spi.UnreadableSourceException;
import ai.artenic.optimizer.adapters.pricing.spi.WebRequest;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/// The flavors that a project of an OpenStack cloud may start.
final class Flavors {
    private static final int PER_PAGE = 500;
    private static final int MOST_PAGES = 50;

    private Flavors() {}

    /// Their names.
    static Set<String> read(SourceTools tools) throws UnreadableSourceException {
        String endpoint = tools.settings().required("endpoint").replaceAll("/+$", "");
        String token = tools.settings().required("token");
        var names = new TreeSet<String>();
        var loop = new PageLoop("pages of flavors", MOST_PAGES);
        String marker = "";
        List<JsonNode> page;
        do {
            loop.enter(marker);
            URI uri = URI.create(endpoint + "/flavors/detail?limit=" + PER_PAGE
                    + (marker.isEmpty() ? "" : "&marker=" + URLEncoder.encode(marker, StandardCharsets.UTF_8)));
            page = Json.list(
                    tools.web().read(WebRequest.get(uri).header("X-Auth-Token", token), Json::tree), "flavors");
            page.forEach(flavor -> Json.text(flavor.path("name")).ifPresent(names::add));
            marker = page.isEmpty() ? "" : page.getLast().path("id").asString("");
        } while (!page.isEmpty());
        return names;
    }
}
