package ai.artenic.optimizer.adapters.http.json;

import ai.artenic.optimizer.application.usecase.ListModels.Models;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A page of the models that were trained, newest first. `promotion` is the newest one, null before the first.
public record ModelsJson(
        List<ModelCardJson> items,
        @Nullable PromotionJson promotion,
        @Nullable String nextCursor) implements ListJson<ModelCardJson> {

    /// From this moment on, this model serves.
    public record PromotionJson(String version, String reason, Instant at) {}

    @Override
    public Class<ModelCardJson> rowType() {
        return ModelCardJson.class;
    }

    @Override
    public List<ModelCardJson> rows() {
        return items;
    }

    public static ModelsJson from(Models models, @Nullable String nextCursor) {
        return new ModelsJson(
                models.cards().stream()
                        .map(card -> ModelCardJson.from(card, models.isPromoted(card)))
                        .toList(),
                models.promotion()
                        .map(promotion -> new PromotionJson(promotion.version(), promotion.reason(), promotion.at()))
                        .orElse(null),
                nextCursor);
    }
}
