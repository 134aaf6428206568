package ai.artenic.optimizer.adapters.pricing.kubernetes;

import ai.artenic.optimizer.adapters.pricing.spi.Json;
import ai.artenic.optimizer.adapters.pricing.spi.OfferSheet;
import ai.artenic.optimizer.adapters.pricing.spi.PageLoop;
import ai.artenic.optimizer.adapters.pricing.spi.SourceTools;
import ai.artenic.optimizer.adapters.pricing.spi.UnreadableSourceException;
import ai.artenic.optimizer.adapters.pricing.spi.WebRequest;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// The nodes of a cluster that run jobs.
final class NodeList {
    private static final int PER_PAGE = 500;
    private static final int MOST_PAGES = 100;

    private NodeList() {}

    /// Reads all pages.
    ///
    /// @param sheet is told of nodes that are unclear
    static List<Node> read(SourceTools tools, OfferSheet sheet) throws UnreadableSourceException {
        String nodes = tools.settings().required("endpoint").replaceAll("/+$", "") + "/api/v1/nodes?limit=" + PER_PAGE;
        String token = tools.settings().required("token");
        var all = new ArrayList<Node>();
        var loop = new PageLoop("pages of nodes", MOST_PAGES);
        String next = "";
        do {
            loop.enter(next);
            URI uri = URI.create(
                    next.isEmpty() ? nodes : nodes + "&continue=" + URLEncoder.encode(next, StandardCharsets.UTF_8));
            JsonNode page = tools.web().read(WebRequest.get(uri).bearer(token), Json::tree);
            for (JsonNode item : Json.list(page, "items")) {
                add(item, all, sheet);
            }
            next = page.path("metadata").path("continue").asString("");
        } while (!next.isEmpty());
        return all;
    }

    private static void add(JsonNode item, List<Node> all, OfferSheet sheet) {
        if (Node.isControlPlane(item)) {
            return;
        }
        var problems = new ArrayList<String>();
        Node.read(item, problems).ifPresent(all::add);
        if (!problems.isEmpty()) {
            sheet.reject(Node.name(item), String.join("; ", problems));
        }
    }
}
