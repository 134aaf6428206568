package ai.artenic.optimizer.domain.evaluation;

import ai.artenic.optimizer.domain.spot.Hazard;
import ai.artenic.optimizer.domain.spot.SpotEvidence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// When a zone had spot nodes.
final class SpotTrace {
    private final List<SpotSpan> ups;
    private final boolean hasGpu;
    private final double end;

    /// @param spans at least one, of one series
    SpotTrace(List<SpotSpan> spans) {
        this.hasGpu = spans.getFirst().hasGpu();
        this.end = spans.stream().mapToDouble(SpotSpan::end).max().orElseThrow();
        this.ups = spans.stream()
                .filter(SpotSpan::isUp)
                .sorted(Comparator.comparingDouble(SpotSpan::start))
                .toList();
    }

    /// Hours from beginning to end.
    double end() {
        return end;
    }

    /// The hazard that is likely where nothing was seen.
    Hazard prior() {
        return Hazard.prior(hasGpu);
    }

    boolean isUp(double at) {
        return ups.stream().anyMatch(up -> up.start() <= at && at < up.end());
    }

    /// The times with a node that end after this moment, each from then on.
    List<SpotSpan> upsFrom(double moment) {
        var from = new ArrayList<SpotSpan>();
        for (SpotSpan up : ups) {
            if (up.end() > moment) {
                double start = Math.max(up.start(), moment);
                from.add(new SpotSpan(up.trace(), hasGpu, start, up.end() - start, true));
            }
        }
        return from;
    }

    /// What a node that ran whenever it could would have seen until this moment.
    SpotEvidence seenUntil(double moment) {
        double hours = 0;
        int preemptions = 0;
        for (SpotSpan up : ups) {
            hours += Math.clamp(moment - up.start(), 0, up.length());
            preemptions += up.end() <= moment && up.end() < end ? 1 : 0;
        }
        return new SpotEvidence(preemptions, hours);
    }

    /// Whether there is a node, step by step.
    boolean[] steps(double step) {
        var there = new boolean[(int) (end / step)];
        for (SpotSpan up : ups) {
            int last = (int) Math.min(there.length, Math.ceil(up.end() / step));
            for (int i = (int) Math.ceil(up.start() / step); i < last; i++) {
                there[i] = true;
            }
        }
        return there;
    }
}
