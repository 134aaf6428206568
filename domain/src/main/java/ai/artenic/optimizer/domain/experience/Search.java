package ai.artenic.optimizer.domain.experience;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Chooses where a job that repeats should run next: what is expected to save most against the best placement
/// known, as long as that is worth a try; then the best known.
///
/// @param triedMost placements that are tried at most
/// @param gainLeast expected improvement below which nothing is tried any more, see [ExpectedImprovement]
public record Search(int triedMost, double gainLeast) {
    /// Ten placements, 2 % of gain.
    public static final Search DEFAULT = new Search(10, 0.02);

    /// A placement the job could run at.
    ///
    /// @param logCost believed logarithm of its cost, failures counted in
    /// @param deviation of that belief
    /// @param known logarithm of the cost it had when it ran there, if it did and came to its end
    /// @param tried whether it ran there, whatever came of it
    public record Option<T>(T placement, double logCost, double deviation, Optional<Double> known, boolean tried) {}

    /// The placement to run at; empty where nothing is known yet, and so the ranking decides.
    ///
    /// @param options best first, by the ranking
    public <T> Optional<T> choose(List<Option<T>> options) {
        List<Option<T>> untried =
                options.stream().filter(option -> !option.tried()).toList();
        int tried = options.size() - untried.size();
        Optional<Option<T>> best = options.stream()
                .filter(option -> option.known().isPresent())
                .min(Comparator.comparingDouble(option -> option.known().orElseThrow()));
        if (best.isEmpty()) {
            return tried == 0 ? Optional.empty() : leastCost(untried).map(Option::placement);
        }
        double logBest = best.get().known().orElseThrow();
        Optional<Option<T>> trial = untried.stream()
                .max(Comparator.comparingDouble(option -> gain(option, logBest)))
                .filter(option -> tried < triedMost && gain(option, logBest) > gainLeast);
        return trial.or(() -> best).map(Option::placement);
    }

    private static <T> Optional<Option<T>> leastCost(List<Option<T>> options) {
        return options.stream().min(Comparator.comparingDouble(Option::logCost));
    }

    private static double gain(Option<?> option, double logBest) {
        return ExpectedImprovement.of(option.logCost(), option.deviation(), logBest);
    }
}
