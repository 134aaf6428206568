package ai.artenic.optimizer.domain.intake;

/// The closed range `[least, most]` a number must lie in.
public record Bounds(double least, double most) {
    public static Bounds atLeast(double least) {
        return new Bounds(least, Double.MAX_VALUE);
    }

    public static Bounds between(double least, double most) {
        return new Bounds(least, most);
    }

    boolean holds(double number) {
        return number >= least && number <= most;
    }

    String describe() {
        if (most == Double.MAX_VALUE) {
            return "must be >= " + plain(least);
        }
        return "must be between " + plain(least) + " and " + plain(most);
    }

    private static String plain(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15
                ? Long.toString((long) number)
                : Double.toString(number);
    }
}
