package ai.artenic.optimizer.adapters.persistence.learning;

import ai.artenic.optimizer.domain.intake.Terms;
import ai.artenic.optimizer.domain.learning.DataWindow;
import ai.artenic.optimizer.domain.learning.FeatureGain;
import ai.artenic.optimizer.domain.learning.ModelCard;
import ai.artenic.optimizer.domain.outcome.LabelPolicy;
import ai.artenic.optimizer.domain.ranking.FeatureSchema;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/// A model's card, the column `card`.
record ModelCardRow(
        String version,
        String schema,
        String policy,
        ParametersRow parameters,
        WindowRow window,
        MetricsRow metrics,
        boolean accepted,
        String reason,
        List<GainRow> gains,
        Instant trainedAt) {
    static ModelCardRow of(ModelCard card) {
        return new ModelCardRow(
                card.version(),
                card.schema().id(),
                Terms.wire(card.policy()),
                ParametersRow.of(card.parameters()),
                WindowRow.of(card.window()),
                MetricsRow.of(card.metrics()),
                card.isAccepted(),
                card.reason(),
                card.gains().stream().map(GainRow::of).toList(),
                card.trainedAt());
    }

    ModelCard toDomain() {
        return new ModelCard(
                version,
                FeatureSchema.valueOf(schema.toUpperCase(Locale.ROOT)),
                LabelPolicy.valueOf(policy.toUpperCase(Locale.ROOT)),
                parameters.toDomain(),
                window.toDomain(),
                metrics.toDomain(),
                accepted,
                reason,
                gains.stream().map(GainRow::toDomain).toList(),
                trainedAt);
    }

    record WindowRow(Instant from, Instant to, int samples, int groups, long samplesEver) {
        static WindowRow of(DataWindow window) {
            return new WindowRow(window.from(), window.to(), window.samples(), window.groups(), window.samplesEver());
        }

        DataWindow toDomain() {
            return new DataWindow(from, to, samples, groups, samplesEver);
        }
    }

    record GainRow(String feature, double gain) {
        static GainRow of(FeatureGain gain) {
            return new GainRow(gain.feature(), gain.gain());
        }

        FeatureGain toDomain() {
            return new FeatureGain(feature, gain);
        }
    }
}
