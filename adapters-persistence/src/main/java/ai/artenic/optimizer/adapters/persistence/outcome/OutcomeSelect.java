package ai.artenic.optimizer.adapters.persistence.outcome;

import ai.artenic.optimizer.adapters.persistence.database.Moments;
import ai.artenic.optimizer.application.port.OutcomeQuery;
import ai.artenic.optimizer.domain.offer.Provider;
import ai.artenic.optimizer.domain.outcome.KeptOutcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/// The query for one page of outcomes: only the conditions that are asked for, so that each keeps its index.
final class OutcomeSelect {
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> values = new LinkedHashMap<>();
    private final int limit;

    OutcomeSelect(OutcomeQuery query) {
        limit = query.limit();
        query.provider().ifPresent(this::provider);
        query.success().ifPresent(success -> where("success = :success", "success", success));
        query.recommendationId()
                .ifPresent(id -> where("recommendation_id = :recommendation", "recommendation", id.toString()));
        query.since().ifPresent(since -> where("created_at >= :since", "since", Moments.within(since)));
        query.until().ifPresent(until -> where("created_at < :until", "until", Moments.within(until)));
        query.before().ifPresent(id -> where("id < :before", "before", id));
    }

    /// The page's outcomes and, if there are more, the first one beyond it. What is kept elsewhere is joined to these
    /// only.
    List<KeptOutcome> run(Handle handle) {
        String where = conditions.isEmpty() ? "" : "where " + String.join(" and ", conditions);
        Query query = handle.createQuery(KeptOutcomeRow.SELECT + """
                where outcome.id in (
                    select id from training_outcomes %s order by id desc limit :limit)
                order by outcome.id desc
                """.formatted(where));
        values.forEach(query::bind);
        return query.bind("limit", limit + 1)
                .map((row, _) -> KeptOutcomeRow.read(row))
                .list();
    }

    /// Text that is no provider's key matches nothing; the database would refuse some of it.
    private void provider(String key) {
        if (Provider.isKey(key)) {
            where("provider = :provider", "provider", key);
        } else {
            conditions.add("false");
        }
    }

    private void where(String condition, String name, Object value) {
        conditions.add(condition);
        values.put(name, value);
    }
}
