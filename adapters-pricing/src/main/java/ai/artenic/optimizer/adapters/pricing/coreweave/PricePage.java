package ai.artenic.optimizer.adapters.pricing.coreweave;

import ai.artenic.optimizer.adapters.pricing.coreweave.NodePrice.UnclearRowException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// The tables of the price page. Above each stands its region, as `REGION: NORTH AMERICA`; what stands above the first
/// is in none, and so is no row.
///
/// @param nodes priced rows
/// @param unclear reasons by the name of rows that could not be understood
record PricePage(List<NodePrice> nodes, Map<String, String> unclear) {
    private static final String REGION = "REGION:";
    private static final Map<String, String> REGIONS = Map.of("NORTH AMERICA", "us", "EUROPE", "eu");

    /// Reads the page as a browser would, however its markup is written.
    ///
    /// @throws IOException if the wire broke
    static PricePage read(InputStream body) throws IOException {
        Document page = Jsoup.parse(body, StandardCharsets.UTF_8.name(), "");
        page.select("sup").remove();
        List<NodePrice> nodes = new ArrayList<>();
        Map<String, String> unclear = new LinkedHashMap<>();
        String region = "";
        for (Element element : page.getAllElements()) {
            if (element.ownText().strip().startsWith(REGION)) {
                region = region(element);
            } else if (!region.isEmpty() && isRow(element)) {
                try {
                    NodePrice.read(element, region).ifPresent(nodes::add);
                } catch (UnclearRowException e) {
                    unclear.put(NodePrice.model(element) + "/" + region, String.valueOf(e.getMessage()));
                }
            }
        }
        return new PricePage(List.copyOf(nodes), unclear);
    }

    /// As the snapshot names it; a region that is new is named as the page does.
    private static String region(Element heading) {
        String name = heading.text()
                .replaceFirst("^\\s*" + REGION, "")
                .replaceAll("\\s+", " ")
                .strip();
        return REGIONS.getOrDefault(name.toUpperCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
    }

    private static boolean isRow(Element element) {
        return element.attr("role").equals("listitem")
                && (element.hasClass(NodePrice.GPU_ROW) || element.hasClass(NodePrice.CPU_ROW));
    }
}
