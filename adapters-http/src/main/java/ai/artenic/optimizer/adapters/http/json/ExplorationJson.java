package ai.artenic.optimizer.adapters.http.json;

import ai.artenic.optimizer.domain.ranking.Exploration;

/// How the first place was filled: with `probability`, where there are `alternatives`, one of them is shown first as a
/// trial. `propensity` is the probability with which the one shown first was.
public record ExplorationJson(double probability, int alternatives, boolean isExploratory, double propensity) {
    static ExplorationJson from(Exploration exploration) {
        return new ExplorationJson(
                exploration.probability(),
                exploration.alternatives(),
                exploration.isExploratory(),
                exploration.propensity());
    }
}
