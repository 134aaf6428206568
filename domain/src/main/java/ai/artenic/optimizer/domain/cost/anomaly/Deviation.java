package ai.artenic.optimizer.domain.cost.anomaly;

import ai.artenic.optimizer.domain.cost.anomaly.Anomaly.Cause;
import ai.artenic.optimizer.domain.cost.anomaly.Anomaly.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// How far a job was from what was expected, in natural logarithms: cost is the sum of the other three.
record Deviation(double cost, double hours, double nodes, double price) {
    /// Causes of less are noise.
    private static final double LEAST_EUR = 0.01;

    static final Deviation NONE = new Deviation(0, 0, 0, 0);

    /// @param job that cost something
    /// @param usualNodes of jobs like it
    static Deviation of(SpentJob job, Expected expected, double usualNodes) {
        double cost = Math.log(job.cost() / expected.eur());
        double hours = job.run().hours() > 0 ? Math.log(job.run().hours() / expected.hours()) : 0;
        double nodes = Math.log(job.nodes() / usualNodes);
        return new Deviation(cost, hours, nodes, cost - hours - nodes);
    }

    Deviation minus(Deviation other) {
        return new Deviation(cost - other.cost, hours - other.hours, nodes - other.nodes, price - other.price);
    }

    /// Splits the impact among what made the job dearer, by the share in the logarithm; what made it cheaper has none.
    List<Cause> causes(double impactEur, boolean wasDisturbed) {
        double dearer = Math.max(0, hours) + Math.max(0, nodes) + Math.max(0, price);
        var causes = new ArrayList<Cause>();
        add(causes, wasDisturbed ? Kind.RETRIES : Kind.DURATION, hours, impactEur / dearer);
        add(causes, Kind.NODES, nodes, impactEur / dearer);
        add(causes, Kind.PRICE, price, impactEur / dearer);
        causes.sort(Comparator.comparingDouble(Cause::eur).reversed());
        return causes;
    }

    private static void add(List<Cause> causes, Kind kind, double share, double eurPerShare) {
        if (share * eurPerShare >= LEAST_EUR) {
            causes.add(new Cause(kind, share * eurPerShare));
        }
    }
}
