package ai.artenic.optimizer.benchmarks;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.javalin.Javalin;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What outcomes cost with nothing learned from them: a handler on the service's own HTTP server that inserts one row
/// per request, and plain JDBC batches of 1,000 rows, into a copy of the table `training_outcomes` of the service's own
/// PostgreSQL. `benchmarks/load/outcomes.sh` runs it beside the service.
public final class BareOutcomes {
    private static final int CONNECTIONS = 10; // as many as the service has
    private static final int BATCH = 1_000;
    private static final String INSERT = """
            insert into bare_outcomes (
                id, job_id, workload_spec, provider, instance_type, region, is_spot, actual_duration_hours,
                actual_cost_eur, success, created_at, outcome, workload_is_stated, recommendation_id, regret_label, notes)
            values (
                nextval('bare_ids'), ?, cast(? as jsonb), ?, ?, ?, ?, ?, cast(? as numeric), ?, now(),
                cast(? as jsonb), true, ?, 0, '[]')
            """;

    private final HikariDataSource database;

    private BareOutcomes(HikariDataSource database) {
        this.database = database;
    }

    /// One outcome as it was reported.
    private record Row(JsonNode fields, String json) {
        static Row of(String json) {
            return new Row(JsonMapper.shared().readTree(json), json);
        }

        void bind(PreparedStatement insert) throws SQLException {
            insert.setString(1, fields.get("job_id").asString());
            insert.setString(
                    2,
                    fields.path("workload").isObject() ? fields.get("workload").toString() : "{}");
            insert.setString(3, fields.get("provider").asString());
            insert.setString(4, fields.get("instance_type").asString());
            insert.setString(5, fields.path("region").asString(null));
            insert.setBoolean(6, fields.get("is_spot").asBoolean());
            insert.setDouble(7, fields.get("actual_duration_hours").asDouble());
            insert.setString(8, fields.get("actual_cost_eur").asString());
            insert.setBoolean(9, fields.get("success").asBoolean());
            insert.setString(10, json);
            insert.setString(11, fields.path("recommendation_id").asString(null));
        }
    }

    /// @param arguments the service's data directory and the port to listen on
    public static void main(String[] arguments) throws IOException, SQLException {
        var bare = new BareOutcomes(database(Path.of(arguments[0])));
        bare.prepare();
        Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    config.concurrency.useVirtualThreads = true;
                    config.http.maxRequestSize = 1L << 30;
                    config.routes.post("/outcomes", bare::insert);
                    config.routes.post("/batches", bare::batches);
                })
                .start("127.0.0.1", Integer.parseInt(arguments[1]));
    }

    private static HikariDataSource database(Path data) throws IOException {
        String port = Files.readAllLines(data.resolve("postgresql").resolve("postmaster.pid"))
                .get(3)
                .strip();
        var config = new HikariConfig();
        config.setJdbcUrl("jdbc:postgresql://127.0.0.1:" + port + "/postgres");
        config.setUsername("optimizer");
        config.setPassword(Files.readString(data.resolve("password")).strip());
        config.setMaximumPoolSize(CONNECTIONS);
        return new HikariDataSource(config);
    }

    private void prepare() throws SQLException {
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create table if not exists bare_outcomes (like training_outcomes including all);"
                    + " create sequence if not exists bare_ids");
        }
    }

    private void insert(Context request) throws SQLException {
        Row row = Row.of(request.body());
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            row.bind(insert);
            insert.executeUpdate();
        }
        request.status(201).contentType("application/json").result("{\"kept\": true}");
    }

    /// Answers how many rows a second were written, and how many were read and written.
    private void batches(Context request) throws SQLException {
        long start = System.nanoTime();
        List<Row> rows;
        try (Stream<String> lines = new String(request.bodyAsBytes(), StandardCharsets.UTF_8).lines()) {
            rows = new ArrayList<>(lines.map(Row::of).toList());
        }
        long read = System.nanoTime();
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            for (int from = 0; from < rows.size(); from += BATCH) {
                write(connection, rows.subList(from, Math.min(rows.size(), from + BATCH)));
            }
            connection.setAutoCommit(true);
        }
        long end = System.nanoTime();
        request.result("%.0f %.0f".formatted(rows.size() * 1e9 / (end - read), rows.size() * 1e9 / (end - start)));
    }

    private static void write(Connection connection, List<Row> rows) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (Row row : rows) {
                row.bind(insert);
                insert.addBatch();
            }
            insert.executeBatch();
        }
        connection.commit();
    }
}
