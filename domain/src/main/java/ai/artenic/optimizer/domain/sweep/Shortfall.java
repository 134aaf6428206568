package ai.artenic.optimizer.domain.sweep;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// Says which limit a sweep does not keep, and by how much.
final class Shortfall {
    private static final int DIGITS = 4;

    private Shortfall() {}

    /// Why there are fewer trials than asked for: `"trials 100 -> 41: budget 50 EUR"`. A limit is named if one more
    /// trial would fit without it, all of them if no single one is to blame.
    ///
    /// @param oneMoreFits whether one more trial keeps within the limits given
    static String words(Sweep sweep, int trials, Limits limits, Predicate<Limits> oneMoreFits) {
        var toBlame = new ArrayList<String>();
        if (isSet(limits.cost()) && oneMoreFits.test(limits.withoutCost())) {
            toBlame.add(budget(limits));
        }
        if (isSet(limits.hours()) && oneMoreFits.test(limits.withoutHours())) {
            toBlame.add(hours(limits));
        }
        if (isSet(limits.price()) && oneMoreFits.test(limits.withoutPrice())) {
            toBlame.add(price(limits));
        }
        return "trials " + sweep.trials() + " -> " + trials + ": "
                + String.join(", ", toBlame.isEmpty() ? all(limits) : toBlame);
    }

    /// What a single trial would need that the limits do not give.
    ///
    /// @param plan the cheapest of one trial, which breaks a limit
    static String ofOneTrial(Sweep sweep, SweepPlan plan, Limits limits) {
        var needs = new ArrayList<String>();
        double cost = plan.cost().expected().amount().doubleValue();
        if (cost > limits.cost()) {
            needs.add("one trial needs " + about(cost) + " EUR, " + budget(limits));
        }
        if (plan.wallHours().value() > limits.hours()) {
            needs.add("one trial needs " + about(plan.wallHours().value()) + " h, " + hours(limits));
        }
        double eurPerHour =
                plan.candidate().pricePerHour().value() * plan.candidate().nodeCount();
        if (eurPerHour > limits.price()) {
            needs.add("one machine needs " + about(eurPerHour) + " EUR/h, " + price(limits));
        }
        return "trials " + sweep.trials() + " -> 1, beyond the limits: " + String.join("; ", needs);
    }

    private static List<String> all(Limits limits) {
        var all = new ArrayList<String>();
        if (isSet(limits.cost())) {
            all.add(budget(limits));
        }
        if (isSet(limits.hours())) {
            all.add(hours(limits));
        }
        if (isSet(limits.price())) {
            all.add(price(limits));
        }
        return all;
    }

    private static boolean isSet(double limit) {
        return !Double.isInfinite(limit);
    }

    private static String budget(Limits limits) {
        return "budget " + exact(limits.cost()) + " EUR";
    }

    private static String hours(Limits limits) {
        return "limit " + exact(limits.hours()) + " h";
    }

    private static String price(Limits limits) {
        return "limit " + exact(limits.price()) + " EUR/h";
    }

    /// Four significant digits, or all before the point, without exponent.
    private static String about(double value) {
        BigDecimal exact = BigDecimal.valueOf(value);
        int digits = Math.max(DIGITS, exact.precision() - exact.scale());
        return exact(exact.round(new MathContext(digits)).doubleValue());
    }

    private static String exact(double value) {
        BigDecimal exact = BigDecimal.valueOf(value);
        return exact.signum() == 0 ? "0" : exact.stripTrailingZeros().toPlainString();
    }
}
