package ai.artenic.optimizer.domain.ranking;

import java.util.Optional;

/// By what a shortlist is ordered.
public sealed interface Scoring {
    /// The model that takes part, if any.
    Optional<RankingModel> model();

    /// The heuristic score alone.
    record ByRule() implements Scoring {
        @Override
        public Optional<RankingModel> model() {
            return Optional.empty();
        }
    }

    /// The model's score alone.
    record ByModel(RankingModel trained) implements Scoring {
        @Override
        public Optional<RankingModel> model() {
            return Optional.of(trained);
        }
    }

    /// Seven tenths of the model's score and three tenths of the heuristic one, each scaled to [0, 1] over the
    /// shortlist.
    record Blended(RankingModel trained) implements Scoring {
        static final double OF_THE_MODEL = 0.7;

        @Override
        public Optional<RankingModel> model() {
            return Optional.of(trained);
        }
    }
}
