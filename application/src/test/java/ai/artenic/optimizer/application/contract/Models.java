package ai.artenic.optimizer.application.contract;

import ai.artenic.optimizer.domain.learning.DataWindow;
import ai.artenic.optimizer.domain.learning.FeatureGain;
import ai.artenic.optimizer.domain.learning.HeldOutMetrics;
import ai.artenic.optimizer.domain.learning.ModelCard;
import ai.artenic.optimizer.domain.learning.ModelVersion;
import ai.artenic.optimizer.domain.learning.RankingScores;
import ai.artenic.optimizer.domain.learning.SavedModel;
import ai.artenic.optimizer.domain.learning.TrainingParameters;
import ai.artenic.optimizer.domain.outcome.LabelPolicy;
import ai.artenic.optimizer.domain.ranking.FeatureSchema;
import java.time.Instant;
import java.util.List;

/// Model versions for tests, whose text no ranker could load.
public final class Models {
    private static final Instant FIRST = Instant.parse("2026-11-01T00:00:00.000123Z");

    private Models() {}

    /// A model of schema v2 that the gate let pass.
    public static ModelVersion accepted(String version) {
        return of(version, FeatureSchema.V2, "tree\nversion=v4\n" + version, true);
    }

    /// A model of another schema whose text is awkward, whose metrics tell nothing, and which was refused.
    public static ModelVersion refused(String version) {
        return of(version, FeatureSchema.V1, "line\r\n\ttab \\ 'quote' \"\u00fc\" ${x} :y ? 1e-300", false);
    }

    private static ModelVersion of(String version, FeatureSchema schema, String text, boolean isAccepted) {
        var nothing = new RankingScores(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        var scores = new RankingScores(0.1 + 0.2, 1, 1 / 3.0, 0, 4);
        var metrics = new HeldOutMetrics(
                12,
                isAccepted ? 10 : 0,
                isAccepted ? scores : nothing,
                nothing,
                scores,
                nothing,
                isAccepted ? -0.01 : Double.NaN,
                isAccepted ? Double.MIN_VALUE : Double.NaN);
        var card = new ModelCard(
                version,
                schema,
                isAccepted ? LabelPolicy.REGRET : LabelPolicy.OUTCOME,
                TrainingParameters.forRows(isAccepted ? 100 : 100_000, isAccepted ? Long.MAX_VALUE : -7),
                new DataWindow(FIRST, FIRST.plusNanos(1000), 100, 20, Long.MAX_VALUE),
                metrics,
                isAccepted,
                "NDCG@5 0.9 against 0.8: 'passed'",
                isAccepted ? List.of(new FeatureGain("price_per_hour", 1e9), new FeatureGain("vcpus", 0.1)) : List.of(),
                FIRST.plusSeconds(60));
        return new ModelVersion(card, SavedModel.of(schema, text, "lightgbm4j 4.3.0-1"));
    }
}
