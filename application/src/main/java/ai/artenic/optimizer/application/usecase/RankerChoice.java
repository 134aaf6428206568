package ai.artenic.optimizer.application.usecase;

import ai.artenic.optimizer.domain.intake.Terms;
import ai.artenic.optimizer.domain.learning.ServingModel;
import ai.artenic.optimizer.domain.ranking.Mode;
import ai.artenic.optimizer.domain.ranking.Scoring;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Chooses the ranker for a request: by name, or in `auto` the best that is available.
///
/// @param configured what `auto` stands for; [Mode#AUTO] is hybrid as soon as a model serves
/// @param serving gives the promoted model, at once and without asking a store
public record RankerChoice(Mode configured, Supplier<ServingModel> serving) {
    /// The heuristic, where no model can be.
    public static final RankerChoice WITHOUT_MODEL = new RankerChoice(Mode.AUTO, ServingModel.None::new);

    /// A ranker.
    ///
    /// @param mode what it is: never `auto`
    /// @param degraded in words, why it is not the one that `auto` should take
    record Chosen(Mode mode, Optional<String> modelVersion, Scoring scoring, List<String> degraded) {
        private static Chosen byRule(List<String> degraded) {
            return new Chosen(Mode.HEURISTIC, Optional.empty(), new Scoring.ByRule(), degraded);
        }

        private static Chosen by(ServingModel.Ready ready, Mode mode) {
            return new Chosen(mode, Optional.of(ready.card().version()), Scoring.by(ready.model(), mode), List.of());
        }
    }

    /// The ranker for a request of this mode; empty where it names one that needs a model and none serves.
    Optional<Chosen> choose(Mode asked) {
        return switch (asked) {
            case AUTO -> Optional.of(automatic());
            case HEURISTIC -> Optional.of(Chosen.byRule(List.of()));
            case LTR, HYBRID ->
                serving.get() instanceof ServingModel.Ready ready
                        ? Optional.of(Chosen.by(ready, asked))
                        : Optional.empty();
        };
    }

    /// The ranker that `auto` stands for now.
    Chosen automatic() {
        return switch (configured) {
            case HEURISTIC -> Chosen.byRule(List.of());
            case AUTO, HYBRID -> automatic(Mode.HYBRID);
            case LTR -> automatic(Mode.LTR);
        };
    }

    /// Why the promoted model cannot serve, if so.
    Optional<String> fault() {
        return serving.get() instanceof ServingModel.Broken broken ? Optional.of(broken.words()) : Optional.empty();
    }

    private Chosen automatic(Mode wanted) {
        return switch (serving.get()) {
            case ServingModel.Ready ready -> Chosen.by(ready, wanted);
            case ServingModel.None() ->
                Chosen.byRule(
                        configured == Mode.AUTO
                                ? List.of()
                                : List.of("mode " + Terms.wire(wanted)
                                        + " is configured, but no ranking model has been promoted: ranked by rule"));
            case ServingModel.Broken broken -> Chosen.byRule(List.of(broken.words() + "; ranked by rule"));
        };
    }
}
