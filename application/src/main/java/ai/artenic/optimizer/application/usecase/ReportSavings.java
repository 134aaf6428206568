package ai.artenic.optimizer.application.usecase;

import ai.artenic.optimizer.application.port.GivenAdvice;
import ai.artenic.optimizer.application.port.GivenAdvice.Choices;
import ai.artenic.optimizer.application.port.GivenAdvice.Placed;
import ai.artenic.optimizer.application.port.SpentJobs;
import ai.artenic.optimizer.domain.calibration.WorkloadClass;
import ai.artenic.optimizer.domain.cost.anomaly.SpentJob;
import ai.artenic.optimizer.domain.cost.history.Days;
import ai.artenic.optimizer.domain.cost.saving.EarlierPlaces;
import ai.artenic.optimizer.domain.cost.saving.Options;
import ai.artenic.optimizer.domain.cost.saving.SavingJudge;
import ai.artenic.optimizer.domain.cost.saving.Savings;
import ai.artenic.optimizer.domain.cost.saving.SavingsTally;
import ai.artenic.optimizer.domain.cost.saving.Verdict;
import ai.artenic.optimizer.domain.cost.saving.Verdict.Why;
import ai.artenic.optimizer.domain.outcome.Place;
import ai.artenic.optimizer.domain.workload.Workload;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/// Reports what jobs of a period saved, and could have saved, by what was known when they were placed.
public final class ReportSavings {
    private final SpentJobs jobs;
    private final GivenAdvice given;
    private final PastPrices prices;

    /// @param given what was recommended to jobs
    /// @param prices by which jobs without a recommendation are judged
    public ReportSavings(SpentJobs jobs, GivenAdvice given, PastPrices prices) {
        this.jobs = jobs;
        this.given = given;
        this.prices = prices;
    }

    /// A job, and where alike ones ran before it.
    private record Asked(SpentJob job, Optional<Place> before) {}

    /// @param most opportunities that are told apart
    /// @throws ai.artenic.optimizer.application.port.StoreUnavailableException if the jobs cannot be
    ///     reached
    public Savings report(Days days, int most) {
        Instant from = days.start();
        var places = new EarlierPlaces();
        var tally = new SavingsTally();
        var past = new PastChoices(prices, days.end());
        var pages = new SpentPages(jobs, from.minus(EarlierPlaces.BEFORE), days.end());
        while (pages.hasNext()) {
            judge(asked(pages.next(), from, places), past, tally);
        }
        return tally.result(most);
    }

    private static List<Asked> asked(List<SpentJob> page, Instant from, EarlierPlaces places) {
        var asked = new ArrayList<Asked>();
        for (SpentJob job : page) {
            if (!job.at().isBefore(from)) {
                asked.add(new Asked(job, places.elsewhere(job)));
            }
            places.add(job);
        }
        return asked;
    }

    private void judge(List<Asked> asked, PastChoices past, SavingsTally tally) {
        Map<Boolean, List<Asked>> succeeded = asked.stream()
                .filter(one -> one.job().succeeded())
                .collect(Collectors.partitioningBy(
                        one -> one.job().recommendation().isPresent()));
        asked.stream().filter(one -> !one.job().succeeded()).forEach(one -> tally.add(one.job(), new Verdict.Failed()));
        judgeAdvised(succeeded.getOrDefault(true, List.of()), tally);
        judgeOthers(succeeded.getOrDefault(false, List.of()), past, tally);
    }

    private void judgeAdvised(List<Asked> advised, SavingsTally tally) {
        if (!advised.isEmpty()) {
            Iterator<Optional<Choices>> choices = given.choices(
                            advised.stream().map(ReportSavings::placed).toList())
                    .iterator();
            advised.forEach(one -> tally.add(one.job(), verdict(one, choices.next())));
        }
    }

    private void judgeOthers(List<Asked> others, PastChoices past, SavingsTally tally) {
        if (!others.isEmpty() && past.areThere()) {
            Iterator<Workload> workloads =
                    jobs.workloads(others.stream().map(Asked::job).toList()).iterator();
            others.forEach(one -> tally.add(one.job(), past.judge(one.job(), workloads.next())));
        } else {
            others.forEach(one -> tally.add(one.job(), new Verdict.NotComparable(Why.NO_PRICES_OF_ITS_TIME)));
        }
    }

    private static Placed placed(Asked one) {
        Place ran = one.job().run().place();
        return new Placed(
                one.job().recommendation().orElseThrow(),
                ran.isSpot() ? Optional.of(ran.onDemand()) : Optional.empty(),
                one.before());
    }

    private static Verdict verdict(Asked one, Optional<Choices> found) {
        return found.<Verdict>map(choices -> SavingJudge.judge(
                        one.job(),
                        new Options(
                                WorkloadClass.of(choices.workload()),
                                choices.first(),
                                one.job()
                                        .prediction()
                                        .map(predicted -> OptionalDouble.of(predicted.costEur()))
                                        .orElse(OptionalDouble.empty()),
                                choices.one(),
                                choices.other(),
                                true)))
                .orElseGet(() -> new Verdict.NotComparable(Why.RECOMMENDATION_NOT_KEPT));
    }
}
