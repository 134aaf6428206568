package ai.artenic.optimizer.domain.ranking;

import ai.artenic.optimizer.domain.estimate.GpuMemoryEstimate;
import ai.artenic.optimizer.domain.estimate.GpuRate;
import ai.artenic.optimizer.domain.intake.Terms;
import ai.artenic.optimizer.domain.offer.Accelerators;
import ai.artenic.optimizer.domain.offer.Gpu;
import ai.artenic.optimizer.domain.quantity.Eur;
import ai.artenic.optimizer.domain.quantity.Interval;
import ai.artenic.optimizer.domain.workload.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Says in sentences why a candidate scores as it does.
final class Explanations {
    private final Workload workload;

    Explanations(Workload workload) {
        this.workload = workload;
    }

    List<String> of(Candidate candidate, Interval<Eur> cost) {
        var sentences = new ArrayList<String>();
        sentences.add(cost(candidate, cost));
        candidate.kind().estimate().memory().ifPresent(need -> sentences.add(memory(candidate, need)));
        candidate.offer().machine().accelerators().ifPresent(has -> sentences.addAll(hardware(has)));
        if (candidate.kind().spot()) {
            sentences.add(spot(candidate));
        }
        return sentences;
    }

    private static String cost(Candidate candidate, Interval<Eur> cost) {
        int nodes = candidate.kind().nodes();
        return "expected to cost " + number(cost.expected().amount().doubleValue()) + " EUR ("
                + number(cost.low().amount().doubleValue()) + " to "
                + number(cost.high().amount().doubleValue()) + "): "
                + number(candidate.kind().hours()) + " h at "
                + number(candidate.price()) + " EUR/h" + (nodes > 1 ? " on each of " + nodes + " nodes" : "");
    }

    private static String memory(Candidate candidate, GpuMemoryEstimate need) {
        double card = candidate.offer().machine().accelerators().orElseThrow().memoryGbEach();
        double usable = card * GpuMemoryEstimate.USABLE_SHARE;
        String numbers = "needs " + number(need.expected()) + " GB per GPU (" + number(need.low()) + " to "
                + number(need.high()) + ") of " + number(usable) + " usable";
        return need.high() <= usable
                ? numbers
                : numbers + (need.expected() > usable ? ": likely to run out of memory unless" : ": tight;")
                        + " a smaller micro-batch or activation checkpointing helps";
    }

    private List<String> hardware(Accelerators has) {
        Gpu gpu = has.gpu();
        var sentences = new ArrayList<String>();
        GpuRate rate = GpuRate.of(gpu, workload.precision());
        String precision = Terms.wire(workload.precision());
        if (!gpu.isKnown()) {
            sentences.add(gpu.type() + " is not in the hardware table: taken for a slow card, interval widened");
        } else if (rate.support() < 1) {
            sentences.add(
                    precision + " is not native on " + gpu.type() + ": runs at " + number(rate.tflops()) + " TFLOPS");
        } else {
            sentences.add(precision + " runs at up to " + number(rate.tflops()) + " TFLOPS on each " + gpu.type());
        }
        if (has.count() < 1) {
            sentences.add("a share of " + number(has.count()) + " of one " + gpu.type());
        }
        return sentences;
    }

    private static String spot(Candidate candidate) {
        double onDemand = candidate.offer().onDemand().value();
        double saving = 100 * (onDemand - candidate.price()) / onDemand;
        double overhead = 100 * (candidate.kind().slowdown() - 1);
        return "spot costs " + number(saving) + " % less per hour; "
                + number(candidate.kind().interruptions()) + " interruptions expected, which add " + number(overhead)
                + " % to hours and cost";
    }

    private static String number(double value) {
        double magnitude = Math.abs(value);
        String format = magnitude >= 100 ? "%.0f" : magnitude >= 10 ? "%.1f" : magnitude >= 0.1 ? "%.2f" : "%.4f";
        return String.format(Locale.ROOT, format, value);
    }
}
