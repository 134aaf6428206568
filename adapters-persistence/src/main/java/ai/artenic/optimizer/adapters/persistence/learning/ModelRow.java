package ai.artenic.optimizer.adapters.persistence.learning;

import ai.artenic.optimizer.adapters.persistence.json.Json;
import ai.artenic.optimizer.application.port.ModelRegistry.Found;
import ai.artenic.optimizer.domain.learning.ModelCard;
import ai.artenic.optimizer.domain.learning.ModelVersion;
import ai.artenic.optimizer.domain.learning.SavedModel;
import ai.artenic.optimizer.domain.ranking.FeatureSchema;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A row of `optimizer_models` as it lies there, whatever was done to it.
///
/// @param card null where it is too large to be read
/// @param model null where it is too large to be read
record ModelRow(
        String version,
        String schema,
        @Nullable String card,
        @Nullable String model,
        String checksum,
        String library) {
    Found read() {
        try {
            if (model == null) {
                throw new IllegalStateException("its text is larger than that of any model");
            }
            var saved =
                    new SavedModel(FeatureSchema.valueOf(schema.toUpperCase(Locale.ROOT)), model, checksum, library);
            return new Found.Model(new ModelVersion(readCard(version, card), saved));
        } catch (RuntimeException e) { // whoever edits a row by hand can break it in any way
            return new Found.Unreadable("The row of model " + version + " cannot be read: " + firstLine(e));
        }
    }

    /// The card, if it can be read as one of this version.
    static Optional<ModelCard> card(String version, @Nullable String json) {
        try {
            return Optional.of(readCard(version, json));
        } catch (RuntimeException _) { // as above; the model's own answer tells why
            return Optional.empty();
        }
    }

    private static ModelCard readCard(String version, @Nullable String json) {
        if (json == null) {
            throw new IllegalStateException("its card is larger than any card");
        }
        ModelCard card = Json.readWhole(json, ModelCardRow.class).toDomain();
        if (!card.version().equals(version)) {
            throw new IllegalStateException("its card is that of " + card.version());
        }
        return card;
    }

    private static String firstLine(RuntimeException failure) {
        return Optional.ofNullable(failure.getMessage())
                .flatMap(message -> message.lines().findFirst())
                .orElse("something in it is missing");
    }
}
