package ai.artenic.optimizer.domain.ranking;

import java.util.ArrayList;
import java.util.List;

/// The points that no other point beats: none is at least as cheap and at least as fast, and better in one.
final class ParetoFrontier {
    private final List<Point> members = new ArrayList<>();

    /// Expected cost in EUR and expected hours of a candidate.
    record Point(double cost, double hours) {
        boolean isAtLeastAsGoodAs(Point other) {
            return cost <= other.cost && hours <= other.hours;
        }
    }

    /// Takes the point in, unless a member is at least as good; members it beats leave. A frontier of real offers has
    /// few members, so that this takes less than sorting all points.
    void add(Point point) {
        for (Point member : members) {
            if (member.isAtLeastAsGoodAs(point)) {
                return;
            }
        }
        members.removeIf(point::isAtLeastAsGoodAs);
        members.add(point);
    }

    /// The members, in no order.
    List<Point> members() {
        return members;
    }

    /// Least expected cost of all points; NaN where there is none.
    double leastCost() {
        return members.stream().mapToDouble(Point::cost).min().orElse(Double.NaN);
    }

    /// Fewest expected hours of all points; NaN where there is none.
    double fewestHours() {
        return members.stream().mapToDouble(Point::hours).min().orElse(Double.NaN);
    }

    /// Whether no member is at least as cheap and at least as fast as the point, and better in one.
    boolean admits(Point point) {
        return members.stream()
                .noneMatch(member -> member.isAtLeastAsGoodAs(point) && !point.isAtLeastAsGoodAs(member));
    }
}
