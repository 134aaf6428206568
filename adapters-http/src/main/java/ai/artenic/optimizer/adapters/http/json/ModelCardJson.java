package ai.artenic.optimizer.adapters.http.json;

import ai.artenic.optimizer.domain.intake.Terms;
import ai.artenic.optimizer.domain.learning.DataWindow;
import ai.artenic.optimizer.domain.learning.ModelCard;
import ai.artenic.optimizer.domain.learning.TrainingParameters;
import java.time.Instant;
import java.util.List;

/// A trained ranking model. `promoted` tells whether it is the one to serve now; `accepted` and `reason` are what the
/// promotion gate said of it.
public record ModelCardJson(
        String version,
        boolean promoted,
        boolean accepted,
        String reason,
        Instant trainedAt,
        String featureSchema,
        String labelPolicy,
        ParametersJson parameters,
        WindowJson window,
        HeldOutJson metrics,
        List<FeatureGainJson> featureImportance) {

    /// How it was trained. The seed is text: it may be longer than a JSON number holds exactly.
    public record ParametersJson(
            int leaves,
            int rowsInLeafLeast,
            double learningRate,
            int rounds,
            double lambdaL2,
            double featureFraction,
            int truncation,
            String seed) {
        static ParametersJson from(TrainingParameters parameters) {
            return new ParametersJson(
                    parameters.leaves(),
                    parameters.rowsInLeafLeast(),
                    parameters.learningRate(),
                    parameters.rounds(),
                    parameters.lambdaL2(),
                    parameters.featureFraction(),
                    parameters.truncation(),
                    Long.toString(parameters.seed()));
        }
    }

    /// What it was trained on.
    public record WindowJson(Instant from, Instant to, int samples, int groups) {
        static WindowJson from(DataWindow window) {
            return new WindowJson(window.from(), window.to(), window.samples(), window.groups());
        }
    }

    public static ModelCardJson from(ModelCard card, boolean isPromoted) {
        return new ModelCardJson(
                card.version(),
                isPromoted,
                card.isAccepted(),
                card.reason(),
                card.trainedAt(),
                card.schema().id(),
                Terms.wire(card.policy()),
                ParametersJson.from(card.parameters()),
                WindowJson.from(card.window()),
                HeldOutJson.from(card.metrics()),
                FeatureGainJson.from(card));
    }
}
