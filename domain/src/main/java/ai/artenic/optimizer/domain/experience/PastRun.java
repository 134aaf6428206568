package ai.artenic.optimizer.domain.experience;

/// What one job of a query group took where it ran.
///
/// @param modelledHours expected hours there, without this or any experience of the group, > 0
/// @param actualHours hours until it ended, > 0; or 0 of a run that failed at once
/// @param failed whether it ended by a failure that another placement might have spared it
public record PastRun(Placement placement, double modelledHours, double actualHours, boolean failed) {
    private static final double MOST = Math.log(20);

    public PastRun {
        boolean isOver = actualHours > 0 || (failed && actualHours == 0);
        if (!(modelledHours > 0) || !isOver || Double.isInfinite(modelledHours + actualHours)) {
            throw new IllegalArgumentException(
                    "PastRun needs positive hours, was " + modelledHours + " and " + actualHours);
        }
    }

    /// Natural logarithm of actual over modelled hours, kept within a factor of 20.
    double logRatio() {
        return Math.clamp(Math.log(actualHours / modelledHours), -MOST, MOST);
    }
}
