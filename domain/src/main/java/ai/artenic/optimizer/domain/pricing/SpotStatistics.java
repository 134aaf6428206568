package ai.artenic.optimizer.domain.pricing;

import ai.artenic.optimizer.domain.quantity.EurPerHour;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// How the spot price of an offer moved within a window. A price counts for as long as it held, so a market that is
/// looked at more often in bad times does not look worse.
///
/// @param since when the first price that counts began to hold, or the window began
/// @param p50 the price not exceeded half of the time
/// @param p95 the price not exceeded 95 % of the time
/// @param trendPerDay relative change per day, by least squares on the logarithm of the price; 0 is steady
/// @param volatilityPerDay realised volatility: root of the sum of squared logarithmic changes per day
public record SpotStatistics(
        Instant since, EurPerHour p50, EurPerHour p95, double trendPerDay, double volatilityPerDay) {
    /// The window that is looked at.
    public static final Duration WINDOW = Duration.ofDays(30);

    private static final double SECONDS_PER_DAY = 86_400;

    /// A price and when it held, in days from the start of the window.
    private record Step(double from, double to, EurPerHour price) {
        double length() {
            return to - from;
        }

        double logarithm() {
            return Math.log(price.value());
        }
    }

    /// The statistics of one offer up to `now`; empty where it had no spot price for any time.
    ///
    /// @param points of this offer in the order of time, the one that held when the window began among them
    public static Optional<SpotStatistics> of(List<PricePoint> points, Instant now) {
        Instant start = now.minus(WINDOW);
        List<Step> steps = steps(points, start, now);
        if (steps.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new SpotStatistics(
                start.plusMillis(Math.round(steps.getFirst().from() * SECONDS_PER_DAY * 1000)),
                quantile(steps, 0.5),
                quantile(steps, 0.95),
                Math.expm1(slope(steps)),
                volatility(steps)));
    }

    private static List<Step> steps(List<PricePoint> points, Instant start, Instant now) {
        var steps = new ArrayList<Step>();
        for (int i = 0; i < points.size(); i++) {
            Instant end = i + 1 < points.size() ? points.get(i + 1).from() : now;
            double from = Math.max(0, days(start, points.get(i).from()));
            double to = Math.min(days(start, now), days(start, end));
            points.get(i)
                    .spot()
                    .filter(price -> price.value() > 0 && to > from)
                    .ifPresent(price -> steps.add(new Step(from, to, price)));
        }
        return steps;
    }

    private static double days(Instant start, Instant moment) {
        return Duration.between(start, moment).toMillis() / 1000.0 / SECONDS_PER_DAY;
    }

    private static double total(List<Step> steps) {
        return steps.stream().mapToDouble(Step::length).sum();
    }

    private static EurPerHour quantile(List<Step> steps, double share) {
        double left = share * total(steps);
        List<Step> byPrice =
                steps.stream().sorted(Comparator.comparing(Step::price)).toList();
        for (Step step : byPrice) {
            left -= step.length();
            if (left <= 1e-12) {
                return step.price();
            }
        }
        return byPrice.getLast().price();
    }

    /// Least squares over continuous time: the integral of (t - mean t)(y - mean y) over that of (t - mean t)².
    private static double slope(List<Step> steps) {
        double total = total(steps);
        double middle = steps.stream()
                        .mapToDouble(step -> step.length() * (step.from() + step.to()) / 2)
                        .sum()
                / total;
        double above = 0;
        double below = 0;
        for (Step step : steps) {
            double from = step.from() - middle;
            double to = step.to() - middle;
            above += step.logarithm() * (to * to - from * from) / 2;
            below += (to * to * to - from * from * from) / 3;
        }
        return above / below;
    }

    private static double volatility(List<Step> steps) {
        double squares = 0;
        for (int i = 1; i < steps.size(); i++) {
            double change = steps.get(i).logarithm() - steps.get(i - 1).logarithm();
            squares += change * change;
        }
        return Math.sqrt(squares / total(steps));
    }
}
