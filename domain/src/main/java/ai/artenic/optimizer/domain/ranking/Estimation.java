package ai.artenic.optimizer.domain.ranking;

import ai.artenic.optimizer.domain.calibration.WorkloadCalibration;
import ai.artenic.optimizer.domain.estimate.Assumption;
import ai.artenic.optimizer.domain.estimate.GpuMemoryEstimator;
import ai.artenic.optimizer.domain.offer.CatalogSnapshot;
import ai.artenic.optimizer.domain.spot.SpotExposure;
import ai.artenic.optimizer.domain.workload.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/// How one workload is estimated on what a snapshot has.
///
/// @param constraints by which candidates are ruled out
/// @param corrections contained in the estimates
/// @param exposure what own jobs saw of spot nodes
record Estimation(
        Workload workload,
        Constraints constraints,
        WorkloadCalibration corrections,
        SpotExposure exposure,
        ShapeEstimator shapes,
        KindScorer scorer) {

    /// The kinds of the snapshot, once for each node count that is allowed.
    List<KindTable> tables(CatalogSnapshot snapshot) {
        var providers = new ProviderFilter(constraints);
        var tables = new ArrayList<KindTable>();
        for (int nodes : nodeCounts(constraints.maxNodes())) {
            tables.add(new KindTable(snapshot.columns(), this, providers, nodes));
        }
        return tables;
    }

    /// Powers of two up to the most nodes, and the most nodes.
    private static Iterable<Integer> nodeCounts(int most) {
        var counts = new TreeSet<Integer>();
        for (int nodes = 1; nodes < most; nodes *= 2) {
            counts.add(nodes);
        }
        counts.add(most);
        return counts;
    }

    /// In words, what the estimates take for granted.
    List<String> assumptions() {
        var assumptions = new ArrayList<String>();
        shapes.profile().assumptions().stream().map(Assumption::text).forEach(assumptions::add);
        shapes.assumptionOfHours().map(Assumption::text).ifPresent(assumptions::add);
        GpuMemoryEstimator.assumptions(shapes.profile()).stream()
                .map(Assumption::text)
                .forEach(assumptions::add);
        CorrectionWords.memory(corrections.memory()).ifPresent(assumptions::add);
        if (constraints.allowSpot()) {
            assumptions.addAll(SpotAssumptions.of(workload.resumption()));
        }
        return assumptions;
    }
}
