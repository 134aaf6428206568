package ai.artenic.optimizer.domain.ranking;

import java.util.Optional;

/// By what a shortlist is ordered.
public sealed interface Scoring {
    /// The model that takes part, if any.
    Optional<RankingModel> model();

    /// What a ranker of this mode orders by.
    ///
    /// @param mode `ltr` or `hybrid`
    static Scoring by(RankingModel model, Mode mode) {
        return switch (mode) {
            case LTR -> new ByModel(model);
            case HYBRID -> new Blended(model);
            case AUTO, HEURISTIC -> throw new IllegalArgumentException("no model takes part in mode " + mode);
        };
    }

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

    /// The model's score and the heuristic one, see [HybridBlend].
    record Blended(RankingModel trained) implements Scoring {
        @Override
        public Optional<RankingModel> model() {
            return Optional.of(trained);
        }
    }
}
