package ai.artenic.optimizer.domain.ranking;

/// How the first place of a recommendation was filled, for estimates of what other policies would have done.
///
/// @param probability with which a trial is made where there is an alternative
/// @param alternatives candidates that could have been shown first in place of the usual choice
/// @param isExploratory whether one of them was
/// @param propensity probability with which the candidate shown first was shown first, in (0, 1]; its inverse is the
///     weight of the outcome (inverse propensity scoring, Horvitz and Thompson 1952)
public record Exploration(double probability, int alternatives, boolean isExploratory, double propensity) {
    /// @param alternatives candidates that can be shown first in place of the usual choice
    static Exploration of(double probability, int alternatives, boolean isExploratory) {
        double usual = alternatives == 0 ? 1 : 1 - probability;
        return new Exploration(
                probability, alternatives, isExploratory, isExploratory ? probability / alternatives : usual);
    }
}
