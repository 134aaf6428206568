package ai.artenic.optimizer.domain.cost.saving;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import ai.artenic.optimizer.domain.cost.anomaly.SpentJob;
import ai.artenic.optimizer.domain.cost.saving.Verdict.Claim;
import ai.artenic.optimizer.domain.outcome.Place;
import ai.artenic.optimizer.domain.quantity.Eur;
import ai.artenic.optimizer.domain.quantity.Interval;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SavingJudgeTest {
    private static final Place P3 = Spent.at("aws", "p3.2xlarge", false);
    private static final Place L4 = Spent.at("gcp", "g2-standard-8", false);
    private static final Place L4_SPOT = Spent.at("gcp", "g2-standard-8", true);

    private static Options told(Choice first, Optional<Choice> onDemand, Optional<Choice> before) {
        return new Options(Spent.KIND, first, OptionalDouble.of(1), onDemand, before, true);
    }

    private static Interval<Eur> eur(double low, double expected, double high) {
        return Spent.choice(P3, low, expected, high).cost();
    }

    private static Optional<Claim> claim(double actual, Options options) {
        SpentJob job = Spent.job(1, 1, options.first().place(), actual, 0);
        return assertInstanceOf(Verdict.Followed.class, SavingJudge.judge(job, options))
                .claim();
    }

    @Test
    void a_job_elsewhere_would_have_cost_its_own_cost_times_the_ratio_of_the_predictions() {
        SpentJob job = Spent.job(1, 1, P3, 12, 0); // predicted 10, so that it was 1.2 times the work
        var verdict = SavingJudge.judge(job, Spent.told(Spent.choice(L4, 4, 5, 11), 10));
        assertEquals(
                new Verdict.Open(
                        new Move(Spent.KIND, Move.Site.of(P3), Move.Site.of(L4)), eur(4.8, 6, 13.2), eur(0, 6, 7.2)),
                verdict);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.MIN_VALUE, 1e-300, 1e-9})
    void who_predicted_next_to_nothing_where_the_job_ran_has_no_alternative(double predicted) {
        assertEquals(
                new Verdict.WithoutAlternative(),
                SavingJudge.judge(Spent.job(1, 1, P3, 12, 0), Spent.told(Spent.choice(L4, 4, 5, 11), predicted)));
    }

    @Test
    void where_the_place_was_not_predicted_the_first_choice_counts_as_predicted() {
        var options = new Options(
                Spent.KIND,
                Spent.choice(L4, 4, 5, 6),
                OptionalDouble.empty(),
                Optional.empty(),
                Optional.empty(),
                true);
        var open = assertInstanceOf(Verdict.Open.class, SavingJudge.judge(Spent.job(1, 1, P3, 12, 0), options));
        assertEquals(eur(4, 5, 6), open.alternative());
        assertEquals(eur(6, 7, 8), open.saving());
    }

    /// Predictions are kept to a millionth of a euro: nothing times any ratio says that a job could have been free.
    @Test
    void a_first_choice_predicted_to_cost_next_to_nothing_is_no_alternative() {
        SpentJob job = Spent.job(1, 1, P3, 1, 0);
        Choice first = Spent.choice(L4, 0, 0.0000004, 0);
        var unpredicted =
                new Options(Spent.KIND, first, OptionalDouble.empty(), Optional.empty(), Optional.empty(), true);
        assertEquals(new Verdict.WithoutAlternative(), SavingJudge.judge(job, Spent.told(first, 0.000001)));
        assertEquals(new Verdict.WithoutAlternative(), SavingJudge.judge(job, unpredicted));
    }

    @Test
    void less_than_a_twentieth_is_no_saving() {
        SpentJob job = Spent.job(1, 1, P3, 100, 0);
        assertInstanceOf(Verdict.Open.class, SavingJudge.judge(job, Spent.told(Spent.choice(L4, 1, 95, 200), 100)));
        assertEquals(
                new Verdict.WithoutAlternative(),
                SavingJudge.judge(job, Spent.told(Spent.choice(L4, 1, 95.0001, 200), 100)));
        assertEquals(
                new Verdict.WithoutAlternative(),
                SavingJudge.judge(Spent.job(1, 1, P3, 0, 0), Spent.told(Spent.choice(L4, 0, 0, 0), 100)));
    }

    @Test
    void what_alike_jobs_ran_on_before_is_the_baseline_before_the_machine_on_demand() {
        Choice first = Spent.choice(L4_SPOT, 1, 2, 3);
        var before = Optional.of(Spent.choice(P3, 9, 10, 11));
        var onDemand = Optional.of(Spent.choice(L4, 4, 5, 6));
        // costs 1.5 times what was predicted: so would the others have
        assertEquals(
                Optional.of(new Claim(new BigDecimal("8"), new BigDecimal("3"))),
                claim(3, told(first, onDemand, before)).map(claim -> new Claim(claim.claimed(), claim.realised())));
        assertEquals(
                Optional.of(new Claim(new BigDecimal("3"), new BigDecimal("3"))),
                claim(3, told(first, onDemand, Optional.empty())));
        assertEquals(Optional.empty(), claim(3, told(first, Optional.empty(), Optional.empty())));
    }

    @Test
    void a_claim_may_be_a_loss_and_is_never_above_what_was_spent() {
        Choice first = Spent.choice(L4, 7, 8, 9);
        assertEquals(
                Optional.of(new Claim(new BigDecimal("-2"), new BigDecimal("-1"))),
                claim(4, told(first, Optional.empty(), Optional.of(Spent.choice(P3, 5, 6, 7)))));
        assertEquals(
                new BigDecimal("4"),
                claim(4, told(first, Optional.empty(), Optional.of(Spent.choice(P3, 5, 900, 999))))
                        .orElseThrow()
                        .realised());
    }

    @Test
    void nothing_is_claimed_against_the_place_itself_nor_against_a_place_that_was_for_nothing() {
        Choice first = Spent.choice(L4, 7, 8, 9);
        assertEquals(Optional.empty(), claim(4, told(first, Optional.of(first), Optional.of(first))));
        assertEquals(
                Optional.empty(),
                claim(0, told(Spent.choice(L4, 0, 0, 0), Optional.empty(), Optional.of(Spent.choice(P3, 5, 6, 7)))));
        // of a job on demand, the same machine on demand is where it ran
        assertEquals(Optional.empty(), claim(4, told(first, Optional.of(Spent.choice(P3, 9, 9, 9)), Optional.empty())));
    }

    @Test
    void whoever_was_told_nothing_followed_nothing() {
        var options = new Options(
                Spent.KIND,
                Spent.choice(L4_SPOT, 1, 2, 3),
                OptionalDouble.of(2),
                Optional.of(Spent.choice(L4, 4, 5, 6)),
                Optional.empty(),
                false);
        assertEquals(new Verdict.WithoutAlternative(), SavingJudge.judge(Spent.job(1, 1, L4_SPOT, 2, 0), options));
    }

    @Test
    void a_region_or_a_number_that_is_not_known_can_be_that_of_the_first_choice() {
        var anywhere = new Place(L4.provider(), L4.instanceType(), Optional.empty(), false, OptionalInt.empty());
        Options options = Spent.told(Spent.choice(L4, 1, 2, 3), 2);
        assertInstanceOf(Verdict.Followed.class, SavingJudge.judge(Spent.job(1, 1, anywhere, 2, 0), options));
        var two = new Place(L4.provider(), L4.instanceType(), Optional.empty(), false, OptionalInt.of(2));
        assertEquals(new Verdict.WithoutAlternative(), SavingJudge.judge(Spent.job(1, 1, two, 2, 0), options));
    }

    @Test
    void a_job_that_failed_saved_nothing_wherever_it_ran() {
        assertEquals(
                new Verdict.Failed(),
                SavingJudge.judge(Spent.failed(1, L4, 2), Spent.told(Spent.choice(L4, 1, 2, 3), 2)));
    }
}
