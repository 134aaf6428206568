package ai.artenic.optimizer.domain.spot;

import ai.artenic.optimizer.domain.quantity.Interval;
import ai.artenic.optimizer.domain.spot.SpotAdvice.Cost;
import ai.artenic.optimizer.domain.spot.SpotAdvice.Interrupted;
import ai.artenic.optimizer.domain.spot.SpotAdvice.Verdict;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/// Advises spot nodes where they save more than 30 %, the job makes checkpoints, and it is interrupted with
/// less than 20 % probability: in this job, by the 90 % upper bound of what is believed of the hazard.
public final class SpotAdvisor {
    /// Spot must cost less than this share of the on-demand price.
    static final BigDecimal MOST_OF_ON_DEMAND = new BigDecimal("0.70");

    static final double MOST_INTERRUPTED = 0.20;

    /// Quantiles over which a probability is averaged.
    private static final int QUANTILES = 40;

    private static final int HALVINGS = 60;

    private SpotAdvisor() {}

    /// The advice.
    public static SpotAdvice advise(SpotQuestion question) {
        GammaPosterior belief = question.belief();
        var hazard = new Interval<>(belief.quantile(0.1), belief.mean(), belief.quantile(0.9));
        var interrupted = new Interrupted(
                interrupted(question, hazard.low()), expected(question, belief), interrupted(question, hazard.high()));
        double saving = 1 - question.spot().value() / question.onDemand().value();
        var judged = judge(question, saving, interrupted);
        Hazard ofJob = ofNodes(question, hazard.expected());
        return new SpotAdvice(
                judged.verdict(),
                judged.reason(),
                saving,
                hazard,
                question.pools().all(),
                question.rate(),
                interrupted,
                cost(question, ofJob),
                question.overhead().checkpointing()
                        ? OptionalDouble.of(question.overhead().checkpointIntervalHours(ofJob))
                        : OptionalDouble.empty(),
                breakEven(question),
                plan(question));
    }

    private record Judged(Verdict verdict, String reason) {}

    private static Judged judge(SpotQuestion question, double saving, Interrupted interrupted) {
        BigDecimal most = question.onDemand().amount().multiply(MOST_OF_ON_DEMAND);
        if (question.spot().amount().compareTo(most) >= 0) {
            return new Judged(Verdict.NO, "spot saves " + percent(saving) + ", which is not more than 30 %");
        }
        if (!question.overhead().checkpointing()) {
            return new Judged(Verdict.NO, "the job makes no checkpoints: an interruption loses all of it");
        }
        String odds = "the job is interrupted with a probability of " + percent(interrupted.expected()) + ", "
                + percent(interrupted.lower10()) + " to " + percent(interrupted.upper90());
        if (interrupted.upper90() < MOST_INTERRUPTED) {
            return new Judged(Verdict.YES, "spot saves " + percent(saving) + ", and " + odds);
        }
        return interrupted.lower10() >= MOST_INTERRUPTED
                ? new Judged(Verdict.NO, odds + ", where less than 20 % is asked for")
                : new Judged(Verdict.INSUFFICIENT_EVIDENCE, odds + ": too little was seen to tell it from 20 %");
    }

    private static double interrupted(SpotQuestion question, double hazard) {
        return question.overhead().lifetimes().interrupted(ofNodes(question, hazard), question.hours());
    }

    private static Hazard ofNodes(SpotQuestion question, double hazard) {
        return new Hazard(Math.min(3600, hazard)).ofNodes(question.nodes());
    }

    private static double expected(SpotQuestion question, GammaPosterior belief) {
        double sum = 0;
        for (int i = 0; i < QUANTILES; i++) {
            sum += interrupted(question, belief.quantile((i + 0.5) / QUANTILES));
        }
        return sum / QUANTILES;
    }

    private static Cost cost(SpotQuestion question, Hazard ofJob) {
        double nodeHours = question.hours() * question.nodes();
        double spot = question.spot().value() * nodeHours;
        double factor = question.overhead().factor(question.hours(), ofJob);
        double preemptions = ofJob.perHour() * question.hours() * factor;
        double rework = question.overhead().checkpointing()
                ? Math.min(question.hours(), question.overhead().checkpointIntervalHours(ofJob)) / 2
                : question.hours() / 2;
        double retry = question.spot().value()
                * question.nodes()
                * (rework + question.overhead().restartHours());
        return new Cost(question.onDemand().value() * nodeHours, spot * factor, spot + preemptions * retry);
    }

    /// The greatest hazard of a node at which spot costs no more; costs rise with it.
    private static OptionalDouble breakEven(SpotQuestion question) {
        double most = question.onDemand().value() / question.spot().value();
        if (most < 1) {
            return OptionalDouble.empty();
        }
        double low = 0;
        double high = 3600;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            double factor = question.overhead().factor(question.hours(), ofNodes(question, middle));
            if (factor <= most) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return OptionalDouble.of(low);
    }

    private static Optional<SpotPlan> plan(SpotQuestion question) {
        if (question.maxHours().isEmpty() || !question.overhead().checkpointing()) {
            return Optional.empty();
        }
        double deadline = question.maxHours().getAsDouble();
        double work = question.hours();
        double nodeHours = (work + question.overhead().restartHours()) * question.nodes();
        return Optional.of(new SpotPlan(
                deadline,
                work,
                work / deadline,
                deadline - work - question.overhead().restartHours(),
                question.spot().value() * nodeHours,
                question.onDemand().value() * nodeHours));
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * share);
    }
}
