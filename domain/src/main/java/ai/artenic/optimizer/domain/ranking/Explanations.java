package ai.artenic.optimizer.domain.ranking;

import ai.artenic.optimizer.domain.calibration.WorkloadCalibration;
import ai.artenic.optimizer.domain.estimate.GpuMemoryEstimate;
import ai.artenic.optimizer.domain.estimate.GpuRate;
import ai.artenic.optimizer.domain.estimate.GpuRelatives;
import ai.artenic.optimizer.domain.intake.Terms;
import ai.artenic.optimizer.domain.offer.Accelerators;
import ai.artenic.optimizer.domain.offer.Gpu;
import ai.artenic.optimizer.domain.offer.GpuCatalog;
import ai.artenic.optimizer.domain.quantity.Eur;
import ai.artenic.optimizer.domain.quantity.Interval;
import ai.artenic.optimizer.domain.workload.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Says in sentences why a candidate scores as it does.
final class Explanations {
    /// Rounding of the bill below one per cent goes unsaid.
    private static final double WORTH_TELLING = 1.01;

    private final Workload workload;
    private final WorkloadCalibration calibration;
    private final GpuCatalog gpus;

    /// @param gpus knows the relatives of unknown types
    Explanations(Workload workload, WorkloadCalibration calibration, GpuCatalog gpus) {
        this.workload = workload;
        this.gpus = gpus;
        this.calibration = calibration;
    }

    /// @param scoring by which the candidate is ordered
    /// @param features of the candidate
    List<String> of(Candidate candidate, Interval<Eur> cost, Scoring scoring, FeatureVector features) {
        var sentences = new ArrayList<String>();
        sentences.add(cost(candidate, cost));
        CorrectionWords.hours(candidate.offer().machine(), calibration).ifPresent(sentences::add);
        CorrectionWords.experience(candidate.lesson()).ifPresent(sentences::add);
        scoring.model().map(model -> ModelWords.of(model, features)).ifPresent(sentences::add);
        candidate.kind().estimate().memory().ifPresent(need -> sentences.add(memory(candidate, need)));
        candidate.offer().machine().accelerators().ifPresent(has -> sentences.addAll(hardware(has)));
        if (candidate.kind().spot()) {
            sentences.add(spot(candidate));
        }
        return sentences;
    }

    private static String cost(Candidate candidate, Interval<Eur> cost) {
        int nodes = candidate.kind().nodes();
        return "expected to cost "
                + Figures.significant(cost.expected().amount().doubleValue()) + " EUR ("
                + Figures.significant(cost.low().amount().doubleValue()) + " to "
                + Figures.significant(cost.high().amount().doubleValue()) + "): "
                + Figures.significant(candidate.kind().hours()) + " h at "
                + Figures.significant(candidate.price()) + " EUR/h"
                + (nodes > 1 ? " on each of " + nodes + " nodes" : "") + billed(candidate);
    }

    private static String billed(Candidate candidate) {
        double billed = candidate.kind().billedHours();
        return billed > WORTH_TELLING * candidate.kind().hours()
                ? "; " + candidate.offer().id().provider().key() + " bills " + Figures.significant(billed) + " h"
                : "";
    }

    private static String memory(Candidate candidate, GpuMemoryEstimate need) {
        double card = candidate.offer().machine().accelerators().orElseThrow().memoryGbEach();
        double usable = card * GpuMemoryEstimate.USABLE_SHARE;
        String numbers =
                "needs " + Figures.significant(need.expected()) + " GB per GPU (" + Figures.significant(need.low())
                        + " to " + Figures.significant(need.high()) + ") of " + Figures.significant(usable) + " usable";
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
            sentences.add(stranger(gpu));
        } else if (rate.support() < 1) {
            sentences.add(precision + " is not native on " + gpu.type() + ": runs at "
                    + Figures.significant(rate.tflops()) + " TFLOPS");
        } else {
            sentences.add(precision + " runs at up to " + Figures.significant(rate.tflops()) + " TFLOPS on each "
                    + gpu.type());
        }
        if (has.count() < 1) {
            sentences.add("a share of " + Figures.significant(has.count()) + " of one " + gpu.type());
        }
        return sentences;
    }

    private String stranger(Gpu gpu) {
        List<Gpu> relatives = GpuRelatives.of(gpu, gpus);
        return gpu.type() + " is not in the hardware table: hours lie between those on its nearest relatives, "
                + relatives.stream().map(Gpu::type).collect(Collectors.joining(", "));
    }

    private static String spot(Candidate candidate) {
        double onDemand = candidate.offer().onDemand().value();
        double saving = 100 * (onDemand - candidate.price()) / onDemand;
        double overhead = 100 * (candidate.kind().slowdown() - 1);
        return "spot costs " + Figures.significant(saving) + " % less per hour; "
                + Figures.significant(candidate.kind().interruptions()) + " interruptions expected, which add "
                + Figures.significant(overhead)
                + " % to hours and cost";
    }
}
