package ai.artenic.optimizer.domain.cost.saving;

import ai.artenic.optimizer.domain.quantity.Eur;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/// The jobs of one move, added up; those that would have saved most are kept by name.
final class OpenJobs {
    private static final Comparator<Named> GREATEST_FIRST =
            Comparator.comparing(Named::saving).reversed().thenComparing(Named::jobId);

    private final TreeSet<Named> greatest = new TreeSet<>(GREATEST_FIRST);
    private OpenCost cost = OpenCost.NONE;

    private record Named(String jobId, Eur saving) {}

    void add(String jobId, OpenCost one) {
        cost = cost.plus(one);
        greatest.add(new Named(jobId, one.saving().expected()));
        if (greatest.size() > Opportunity.JOBS_NAMED_MOST) {
            greatest.removeLast();
        }
    }

    OpenCost cost() {
        return cost;
    }

    List<String> greatest() {
        return greatest.stream().map(Named::jobId).toList();
    }
}
