package ai.artenic.optimizer.adapters.pricing.coreweave;

import java.util.Arrays;
import java.util.stream.Collectors;

/// A price page of the true shape.
public final class PageOfPrices {
    private final StringBuilder html = new StringBuilder("<!doctype html><html><body>");

    /// Begins a table of a region.
    public PageOfPrices region(String name) {
        html.append("<div class=\"table-heading\">REGION: ")
                .append(name)
                .append("</div>")
                .append("<div class=\"table-v2 kubernetes-gpu-pricing\"><div class=\"table-v2-head\">")
                .append(cells("GPU Model", "GPU Count", "VRAM", "vCPUs", "System RAM", "Disk", "On-Demand", "Spot"))
                .append("</div></div>");
        return this;
    }

    /// A row of GPU nodes: model, GPUs, memory of each, vCPUs, memory, disk, on demand, spot, inference.
    public PageOfPrices gpus(String model, String... cells) {
        return row("gpu", model, cells);
    }

    /// A row of CPU nodes: model, kind, vCPUs, memory, disk, on demand, spot.
    public PageOfPrices cpus(String model, String... cells) {
        return row("cpu", model, cells);
    }

    /// What stands between the rows.
    public PageOfPrices raw(String text) {
        html.append(text);
        return this;
    }

    /// The page so far.
    public String html() {
        return html + "</body></html>";
    }

    private PageOfPrices row(String kind, String model, String... cells) {
        html.append("<div role=\"listitem\" class=\"table-row-v2 w-dyn-item kubernetes-")
                .append(kind)
                .append("-pricing\"><div class=\"table-grid\"><div class=\"table-v2-cell table-v2-cell--name\">")
                .append("<h3 data-product=\"x\" class=\"table-model-name\">")
                .append(model)
                .append("</h3></div>")
                .append(cells(cells))
                .append("</div></div>");
        return this;
    }

    private static String cells(String... texts) {
        return Arrays.stream(texts)
                .map(text -> "<div class=\"table-v2-cell\"><div>" + text + "</div></div>")
                .collect(Collectors.joining());
    }
}
