package ai.artenic.optimizer.adapters.persistence.platform;

import ai.artenic.optimizer.adapters.persistence.database.Outages;
import ai.artenic.optimizer.adapters.persistence.json.Json;
import ai.artenic.optimizer.application.port.PlatformRecords;
import ai.artenic.optimizer.domain.platform.PlatformJob;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.postgresql.ds.PGSimpleDataSource;

/// Jobs out of the tables of a platform's database. Rows are read whole, as JSON, so that a platform with fewer or more
/// columns is read as well; a table that is not there has no rows.
public final class JdbiPlatformRecords implements PlatformRecords {
    private static final String JOBS = "training_jobs";
    private static final String OUTCOMES = "training_outcomes";
    private static final String RECOMMENDATIONS = "optimizer_recommendations";
    private static final String SAMPLES = "optimizer_training_samples";

    private final Jdbi jdbi;

    /// @param source whose connections are from now on read-only
    public JdbiPlatformRecords(PGSimpleDataSource source) {
        source.setReadOnly(true);
        source.setOptions("-c default_transaction_read_only=on -c timezone=UTC -c statement_timeout=60000");
        this.jdbi = Jdbi.create(source);
    }

    @Override
    public List<PlatformJob> jobs(Optional<String> after, int most) {
        try {
            return jdbi.withHandle(handle -> page(handle, after.orElse(""), most));
        } catch (JdbiException e) {
            throw Outages.of(e).<RuntimeException>map(outage -> outage).orElse(e);
        }
    }

    private static List<PlatformJob> page(Handle handle, String after, int most) {
        List<String> ids = ids(handle, after, most);
        var jobs = rows(handle, JOBS, "id", ids);
        var outcomes = rows(handle, OUTCOMES, "job_id", ids);
        var recommendations = rows(handle, RECOMMENDATIONS, "training_job_id", ids);
        List<String> recommended = recommendations.values().stream()
                .map(row -> String.valueOf(row.get("id")))
                .toList();
        var samples = rows(handle, SAMPLES, "recommendation_id", recommended);
        return ids.stream()
                .map(id -> {
                    Map<String, Object> recommendation = recommendations.getOrDefault(id, Map.of());
                    return new PlatformJob(
                            id,
                            jobs.getOrDefault(id, Map.of()),
                            outcomes.getOrDefault(id, Map.of()),
                            recommendation,
                            samples.getOrDefault(String.valueOf(recommendation.get("id")), Map.of()));
                })
                .toList();
    }

    /// Jobs and outcomes are both walked along the index of their ids.
    private static List<String> ids(Handle handle, String after, int most) {
        var walks = new ArrayList<String>();
        if (exists(handle, JOBS)) {
            walks.add(
                    "(select id::text collate \"default\" as id from training_jobs where id > :after order by id limit :most)");
        }
        if (exists(handle, OUTCOMES)) {
            walks.add(
                    "(select job_id::text collate \"default\" from training_outcomes where job_id > :after order by job_id limit :most)");
        }
        if (walks.isEmpty()) {
            return List.of();
        }
        return handle.createQuery(walks.stream()
                        .collect(Collectors.joining(" union ", "select id from (", ") known order by id limit :most")))
                .bind("after", after)
                .bind("most", most)
                .mapTo(String.class)
                .list();
    }

    /// As `json`, which tells every column as it is: `jsonb` fails on text that PostgreSQL cannot hold, such as half a
    /// surrogate pair, and on the whole page with it.
    private static Map<String, Map<String, Object>> rows(Handle handle, String table, String key, List<String> ids) {
        var rows = new HashMap<String, Map<String, Object>>();
        if (!ids.isEmpty() && exists(handle, table)) {
            handle.createQuery("select %2$s::text as key, to_json(%1$s) as fields from %1$s where %2$s = any(:ids)"
                            .formatted(table, key))
                    .bind("ids", ids.toArray(String[]::new))
                    .map((row, _) -> Map.entry(row.getString("key"), fields(row.getString("fields"))))
                    .forEach(row -> rows.putIfAbsent(row.getKey(), row.getValue()));
        }
        return rows;
    }

    /// Objects that were written as text are read as objects.
    private static Map<String, Object> fields(String json) {
        var fields = new LinkedHashMap<>(Json.readFields(json));
        fields.replaceAll((_, value) -> value instanceof String text && text.startsWith("{") && text.endsWith("}")
                ? objectOrText(text)
                : value);
        return fields;
    }

    private static Object objectOrText(String text) {
        try {
            return Json.readFields(text);
        } catch (tools.jackson.core.JacksonException _) {
            return text;
        }
    }

    private static boolean exists(Handle handle, String table) {
        return handle.createQuery("select to_regclass(:table) is not null")
                .bind("table", table)
                .mapTo(Boolean.class)
                .one();
    }
}
