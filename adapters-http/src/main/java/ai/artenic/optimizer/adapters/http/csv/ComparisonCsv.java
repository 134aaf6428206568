package ai.artenic.optimizer.adapters.http.csv;

import ai.artenic.optimizer.adapters.http.json.ComparedJson;
import ai.artenic.optimizer.adapters.http.json.ComparisonJson;
import ai.artenic.optimizer.adapters.http.json.PlacementJson;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A comparison as a table: each candidate that it names once, the frontier first, then by cost.
public final class ComparisonCsv {
    private final ComparisonJson comparison;
    private final Map<String, ComparedJson> candidates = new LinkedHashMap<>();
    private final Map<String, String> dominators = new LinkedHashMap<>();
    private final Set<String> frontier;
    private final Set<String> best;

    private ComparisonCsv(ComparisonJson comparison) {
        this.comparison = comparison;
        frontier = comparison.frontier().stream().map(each -> each.offer().id()).collect(Collectors.toSet());
        best = comparison.providers().stream()
                .map(side -> side.best())
                .filter(Objects::nonNull)
                .map(ComparedJson::id)
                .collect(Collectors.toSet());
        comparison.frontier().forEach(each -> add(each.offer()));
        comparison.dominated().forEach(each -> {
            add(each.offer());
            dominators.put(each.offer().id(), each.dominatedBy());
        });
        comparison.providers().forEach(side -> add(side.best()));
    }

    public static String of(ComparisonJson comparison) {
        return new ComparisonCsv(comparison).write();
    }

    private void add(@Nullable ComparedJson candidate) {
        if (candidate != null) {
            candidates.putIfAbsent(candidate.id(), candidate);
        }
    }

    private String write() {
        var text = new StringWriter();
        var table = new CsvTable(
                text,
                List.of(("id,provider,instance_type,region,zone,is_spot,node_count,vcpus,memory_gb,gpu_type,gpu_count,"
                                + "gpu_memory_gb,price_per_hour_eur,hours_low,hours_expected,hours_high,cost_eur_low,"
                                + "cost_eur_expected,cost_eur_high,p_preempted_during_job,carbon_gco2e,"
                                + "best_of_provider,on_frontier,dominated_by,cheapest,fastest,balanced")
                        .split(",")));
        candidates.values().forEach(candidate -> row(table, candidate));
        return text.toString();
    }

    private void row(CsvTable table, ComparedJson one) {
        PlacementJson placement = one.placement();
        table.add(
                one.id(),
                placement.provider(),
                placement.instanceType(),
                placement.region(),
                placement.zone(),
                placement.isSpot(),
                placement.nodeCount(),
                placement.vcpus(),
                placement.memoryGb(),
                placement.gpuType(),
                placement.gpuCount(),
                placement.gpuMemoryGb(),
                placement.pricePerHourEur(),
                one.estimatedHours().low(),
                one.estimatedHours().expected(),
                one.estimatedHours().high(),
                one.estimatedCostEur().low(),
                one.estimatedCostEur().expected(),
                one.estimatedCostEur().high(),
                one.pPreemptedDuringJob(),
                one.carbonGco2e(),
                best.contains(one.id()),
                frontier.contains(one.id()),
                dominators.get(one.id()),
                one.id().equals(comparison.cheapest()),
                one.id().equals(comparison.fastest()),
                one.id().equals(comparison.balanced()));
    }
}
