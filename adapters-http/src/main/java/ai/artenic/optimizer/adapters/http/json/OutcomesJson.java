package ai.artenic.optimizer.adapters.http.json;

import ai.artenic.optimizer.domain.outcome.KeptOutcome;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A page of outcomes, newest first; `next_cursor` is null on the last.
public record OutcomesJson(List<Item> items, @Nullable String nextCursor) implements ListJson<OutcomesJson.Item> {

    /// An outcome with what was trained.
    public record Item(@JsonUnwrapped OutcomeJson outcome, UUID queryId, WorkloadJson workload) {}

    @Override
    public Class<Item> rowType() {
        return Item.class;
    }

    @Override
    public List<Item> rows() {
        return items;
    }

    public static OutcomesJson from(List<KeptOutcome> outcomes, @Nullable String nextCursor) {
        return new OutcomesJson(outcomes.stream().map(OutcomesJson::item).toList(), nextCursor);
    }

    private static Item item(KeptOutcome kept) {
        return new Item(
                OutcomeJson.from(kept),
                kept.assessed().queryId().value(),
                WorkloadJson.from(kept.assessed().workload()));
    }
}
