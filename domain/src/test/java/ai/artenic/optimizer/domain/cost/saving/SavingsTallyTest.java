package ai.artenic.optimizer.domain.cost.saving;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.domain.cost.anomaly.SpentJob;
import ai.artenic.optimizer.domain.cost.saving.Verdict.Why;
import ai.artenic.optimizer.domain.outcome.Place;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SavingsTallyTest {
    private static final int JOBS = 400;

    private record Judged(SpentJob job, Verdict verdict) {}

    private static Place place(SplittableRandom random) {
        return Spent.at("aws", "type-" + random.nextInt(4), random.nextBoolean());
    }

    private static Choice choice(SplittableRandom random, Place place) {
        double low = random.nextInt(8) == 0 ? 0 : random.nextDouble() * 20;
        double expected = low + (random.nextInt(8) == 0 ? 0 : random.nextDouble() * 20);
        return Spent.choice(place, low, expected, expected + random.nextDouble() * 20);
    }

    private static Verdict verdict(SplittableRandom random, SpentJob job) {
        if (job.succeeded() && random.nextInt(6) == 0) {
            return new Verdict.NotComparable(random.nextBoolean() ? Why.PLACE_NOT_PRICED : Why.NOTHING_FITS);
        }
        return SavingJudge.judge(
                job,
                new Options(
                        Spent.KIND,
                        choice(random, place(random)),
                        random.nextInt(5) == 0
                                ? OptionalDouble.empty()
                                : OptionalDouble.of(0.01 + random.nextDouble() * 40),
                        Optional.of(choice(random, job.run().place().onDemand())),
                        random.nextBoolean() ? Optional.of(choice(random, place(random))) : Optional.empty(),
                        random.nextInt(4) > 0));
    }

    private static List<Judged> seeded(long seed) {
        var random = new SplittableRandom(seed);
        var all = new ArrayList<Judged>();
        for (int id = 0; id < JOBS; id++) {
            double eur = random.nextInt(20) == 0 ? 0 : random.nextDouble() * 50;
            SpentJob job = random.nextInt(7) == 0
                    ? Spent.failed(id, place(random), eur)
                    : Spent.job(id, 1, place(random), eur, id);
            all.add(new Judged(job, verdict(random, job)));
        }
        return all;
    }

    private static Savings sum(List<Judged> jobs, int most) {
        var tally = new SavingsTally();
        jobs.forEach(one -> tally.add(one.job(), one.verdict()));
        return tally.result(most);
    }

    private static BigDecimal cost(List<Judged> jobs) {
        return jobs.stream().map(one -> one.job().run().cost().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void no_job_saves_more_than_it_cost_and_all_together_no_more_than_all_cost(long seed) {
        List<Judged> jobs = seeded(seed);
        for (Judged one : jobs) {
            Savings alone = sum(List.of(one), 9);
            assertTrue(alone.savingsEur().compareTo(cost(List.of(one))) <= 0, one.toString());
            assertTrue(alone.openEur().signum() >= 0, one.toString());
            assertTrue(alone.open().saving().high().amount().compareTo(cost(List.of(one))) <= 0, one.toString());
        }
        Savings all = sum(jobs, 9);
        assertTrue(
                all.counts().open() > 0 && all.counts().followed() > 0,
                all.counts().toString());
        assertTrue(all.savingsEur().compareTo(all.actualEur()) <= 0);
        assertEquals(0, cost(jobs).compareTo(all.actualEur()));
        assertTrue(all.recommendedEur().signum() >= 0);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void every_job_is_in_one_count_and_opportunities_add_up_to_what_is_open(long seed) {
        List<Judged> jobs = seeded(seed);
        Savings all = sum(jobs, 3);
        assertEquals(JOBS, all.counts().all());
        assertEquals(3, all.opportunities().size());
        OpenCost added = Stream.concat(all.opportunities().stream().map(Opportunity::cost), Stream.of(all.others()))
                .reduce(OpenCost.NONE, OpenCost::plus);
        assertEquals(all.open(), added);
        assertEquals(all.counts().open(), added.jobs());
        assertTrue(all.others().jobs() > 0);
        assertEquals(OpenCost.NONE, sum(jobs, 1000).others());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void the_order_of_the_jobs_does_not_matter(long seed) {
        List<Judged> jobs = seeded(seed);
        Savings once = sum(jobs, 4);
        Collections.shuffle(jobs, new Random(seed));
        assertEquals(once.toString(), sum(jobs, 4).toString());
    }

    @Test
    void an_opportunity_names_the_jobs_that_would_have_saved_most() {
        Place p3 = Spent.at("aws", "p3", false);
        Options options = Spent.told(Spent.choice(Spent.at("gcp", "l4", true), 4, 5, 6), 10);
        var jobs = new ArrayList<Judged>();
        for (int id = 1; id <= 7; id++) {
            SpentJob job = Spent.job(id, 1, p3, id, id);
            jobs.add(new Judged(job, SavingJudge.judge(job, options)));
        }
        Opportunity only = sum(jobs, 9).opportunities().getFirst();
        assertEquals("cnn/full/10m-100m on aws p3 -> gcp l4 spot", only.move().name());
        assertEquals(List.of("job-7", "job-6", "job-5", "job-4", "job-3"), only.jobIds());
        assertEquals(7, only.cost().jobs());
        assertEquals(new BigDecimal("14"), only.cost().saving().expected().amount());
    }

    @Test
    void claims_are_held_against_what_jobs_cost() {
        Place l4 = Spent.at("gcp", "l4", false);
        var options = new Options(
                Spent.KIND,
                Spent.choice(l4, 8, 10, 12),
                OptionalDouble.of(10),
                Optional.empty(),
                Optional.of(Spent.choice(Spent.at("aws", "p3", false), 10, 15, 20)),
                true);
        var tally = new SavingsTally();
        for (double eur : new double[] {9, 11, 13, 20}) {
            SpentJob job = Spent.job((long) eur, 1, l4, eur, eur);
            tally.add(job, SavingJudge.judge(job, options));
        }
        Claims claims = tally.result(9).claims().orElseThrow();
        assertEquals(4, claims.jobs());
        assertEquals(20, claims.claimedEur().doubleValue());
        assertEquals(26.5, claims.realisedEur().doubleValue());
        assertEquals(Math.sqrt(1.1 * 1.3), claims.medianActualOverPredicted().orElseThrow(), 0.001);
        assertEquals(0.5, claims.withinIntervalRatio());
    }

    @Test
    void where_there_are_no_jobs_all_is_nothing() {
        Savings none = sum(List.of(), 9);
        assertEquals(0, none.counts().all());
        assertEquals(BigDecimal.ZERO, none.savingsEur());
        assertEquals(Optional.empty(), none.claims());
    }
}
