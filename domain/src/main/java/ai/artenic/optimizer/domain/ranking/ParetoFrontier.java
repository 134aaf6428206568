package ai.artenic.optimizer.domain.ranking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The points that no other point beats: none is at least as cheap and at least as fast, and better in one.
final class ParetoFrontier {
    private final List<Point> members;

    /// Expected cost in EUR and expected hours of a candidate.
    record Point(double cost, double hours) {
        private static final Comparator<Point> ORDER =
                Comparator.comparingDouble(Point::cost).thenComparingDouble(Point::hours);
    }

    private ParetoFrontier(List<Point> members) {
        this.members = List.copyOf(members);
    }

    /// The frontier of the points, in O(n log n).
    static ParetoFrontier of(List<Point> points) {
        var members = new ArrayList<Point>();
        double fastest = Double.POSITIVE_INFINITY;
        for (Point point : points.stream().sorted(Point.ORDER).toList()) {
            if (point.hours() < fastest) {
                members.add(point);
                fastest = point.hours();
            }
        }
        return new ParetoFrontier(members);
    }

    /// The members, cheapest first.
    List<Point> members() {
        return members;
    }

    /// Whether no member is at least as cheap and at least as fast as the point, and better in one.
    boolean admits(Point point) {
        return members.stream()
                .noneMatch(member -> member.cost() <= point.cost()
                        && member.hours() <= point.hours()
                        && (member.cost() < point.cost() || member.hours() < point.hours()));
    }
}
