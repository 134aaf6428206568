package ai.artenic.optimizer.adapters.persistence.recommendation;

import ai.artenic.optimizer.adapters.persistence.database.Moments;
import ai.artenic.optimizer.application.port.HistoryPosition;
import ai.artenic.optimizer.application.port.HistoryQuery;
import ai.artenic.optimizer.domain.intake.Terms;
import ai.artenic.optimizer.domain.offer.Provider;
import ai.artenic.optimizer.domain.ranking.Recommendation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/// The query for one page of the history: only the conditions that are asked for, so that each keeps its index.
final class HistorySelect {
    private static final String FOLLOWED = """
            exists (select from training_outcomes where recommendation_id = optimizer_recommendations.id)""";

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> values = new LinkedHashMap<>();
    private final int limit;

    HistorySelect(HistoryQuery query) {
        limit = query.limit();
        query.provider().ifPresent(this::provider);
        query.mode().ifPresent(mode -> where("mode = :mode", "mode", Terms.wire(mode)));
        query.since().ifPresent(since -> where("prediction_timestamp >= :since", "since", Moments.within(since)));
        query.until().ifPresent(until -> where("prediction_timestamp < :until", "until", Moments.within(until)));
        query.hasOutcome().ifPresent(wanted -> conditions.add((wanted ? "" : "not ") + FOLLOWED));
        query.after().ifPresent(this::after);
    }

    /// The page's recommendations and, if there are more, the first one beyond it.
    List<Recommendation> run(Handle handle) {
        String where = conditions.isEmpty() ? "" : "where " + String.join(" and ", conditions);
        Query query = handle.createQuery("""
                select %s from optimizer_recommendations
                %s
                order by prediction_timestamp desc, id desc
                limit :limit
                """.formatted(RecommendationRow.COLUMNS, where));
        values.forEach(query::bind);
        return query.bind("limit", limit + 1)
                .map((row, _) -> RecommendationRow.read(row))
                .list();
    }

    /// Text that is no provider's key matches nothing; the database would refuse some of it.
    private void provider(String key) {
        if (Provider.isKey(key)) {
            where("recommended_provider = :provider", "provider", key);
        } else {
            conditions.add("false");
        }
    }

    private void after(HistoryPosition position) {
        where(
                "(prediction_timestamp, id) < (:after_moment, :after_id)",
                "after_moment",
                Moments.within(position.asOf()));
        values.put("after_id", position.id().toString());
    }

    private void where(String condition, String name, Object value) {
        conditions.add(condition);
        values.put(name, value);
    }
}
