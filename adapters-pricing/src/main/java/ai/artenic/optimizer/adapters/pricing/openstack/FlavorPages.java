package ai.artenic.optimizer.adapters.pricing.openstack;

import ai.artenic.optimizer.adapters.pricing.spi.Json;
import ai.artenic.optimizer.adapters.pricing.spi.PageLoop;
import ai.artenic.optimizer.adapters.pricing.spi.UnreadableSourceException;
import ai.artenic.optimizer.adapters.pricing.spi.Web;
import ai.artenic.optimizer.adapters.pricing.spi.WebRequest;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// The flavors that a project of an OpenStack cloud may start.
public final class FlavorPages {
    private static final int PER_PAGE = 500;
    private static final int MOST_PAGES = 50;

    /// Since this version, the list shows what a flavor has besides cores and memory.
    private static final String SHOWING_EXTRA_SPECS = "compute 2.61";

    private FlavorPages() {}

    /// All of them, page by page until one is empty.
    ///
    /// @param compute address of the compute API with its version
    /// @param token of the project
    public static List<JsonNode> read(Web web, String compute, String token) throws UnreadableSourceException {
        String flavors = compute.replaceAll("/+$", "") + "/flavors/detail?limit=" + PER_PAGE;
        var all = new ArrayList<JsonNode>();
        var loop = new PageLoop("pages of flavors", MOST_PAGES);
        String marker = "";
        List<JsonNode> page;
        do {
            loop.enter(marker);
            URI uri = URI.create(
                    flavors + (marker.isEmpty() ? "" : "&marker=" + URLEncoder.encode(marker, StandardCharsets.UTF_8)));
            WebRequest request = WebRequest.get(uri)
                    .header("X-Auth-Token", token)
                    .header("OpenStack-API-Version", SHOWING_EXTRA_SPECS);
            page = Json.list(web.read(request, Json::tree), "flavors");
            all.addAll(page);
            marker = page.isEmpty() ? "" : page.getLast().path("id").asString("");
        } while (!page.isEmpty());
        return all;
    }
}
