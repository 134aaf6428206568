package ai.artenic.optimizer.domain.evaluation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FittedModelTest {
    /// @param x share of the first kind of cost
    private record Point(String source, double x, double measured) {}

    private static final FittedModel<Point> MODEL = new FittedModel<>(
            new double[] {1, 1, 7},
            (point, factors) -> Math.log((factors[0] * point.x() + factors[1] * (1 - point.x())) / point.measured()));

    /// Points of a world in which the first kind costs twice as much as published and the second half of it.
    private static List<Point> points(String source, double own, long seed) {
        var random = new SplittableRandom(seed);
        var points = new ArrayList<Point>();
        for (int i = 0; i < 50; i++) {
            double x = random.nextDouble();
            points.add(new Point(source, x, own * (2 * x + 0.5 * (1 - x))));
        }
        return points;
    }

    @Test
    void factors_are_found_that_explain_the_points() {
        double[] fitted = MODEL.fit(points("a", 1, 1));

        assertEquals(2, fitted[0], 0.05);
        assertEquals(0.5, fitted[1], 0.02);
    }

    @Test
    void a_factor_that_the_points_say_nothing_of_stays_where_it_was() {
        assertEquals(7, MODEL.fit(points("a", 1, 2))[2]);
    }

    @Test
    void without_points_nothing_is_fitted() {
        assertArrayEquals(new double[] {1, 1, 7}, MODEL.fit(List.of()));
    }

    @Test
    void one_wild_point_moves_the_fit_little() {
        var points = new ArrayList<>(points("a", 1, 3));
        points.add(new Point("a", 0.5, 1e6));

        assertEquals(2, MODEL.fit(points)[0], 0.1);
    }

    @Test
    void factors_stay_within_four_times_of_where_they_began() {
        assertEquals(4, MODEL.fit(List.of(new Point("a", 1, 1000)))[0]);
        assertEquals(0.25, MODEL.fit(List.of(new Point("a", 1, 1e-3)))[0]);
    }

    @Test
    void a_source_unlike_the_others_is_judged_by_the_others_alone() {
        var points = new ArrayList<>(points("a", 1, 4));
        points.addAll(points("b", 1, 5));
        points.addAll(points("c", 1, 6));
        points.addAll(points("odd", 3, 7));
        LeaveOneSourceOut figures = LeaveOneSourceOut.of(points, Point::source, MODEL);

        assertEquals(200, figures.leftOut().n());
        assertEquals(2.0 / 3, figures.leftOut().p90RelativeError(), 0.03);
        assertTrue(figures.fitted().medianRelativeError() <= figures.leftOut().medianRelativeError());
    }

    @Test
    void the_only_source_is_judged_by_what_was_fitted_to_nothing() {
        List<Point> points = List.of(new Point("a", 1, 2), new Point("a", 0, 0.5));
        LeaveOneSourceOut figures = LeaveOneSourceOut.of(points, Point::source, MODEL);

        assertEquals(0.75, figures.leftOut().medianRelativeError(), 1e-9);
        assertEquals(0, figures.fitted().medianRelativeError(), 0.03);
    }
}
