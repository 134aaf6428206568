package ai.artenic.optimizer.adapters.persistence.outcome;

import ai.artenic.optimizer.adapters.persistence.database.Columns;
import ai.artenic.optimizer.adapters.persistence.database.Database;
import ai.artenic.optimizer.adapters.persistence.outcome.OutcomeInsert.Fresh;
import ai.artenic.optimizer.application.port.SpotExperience;
import ai.artenic.optimizer.domain.offer.Provider;
import ai.artenic.optimizer.domain.outcome.Outcome;
import ai.artenic.optimizer.domain.spot.SpotEvidence;
import ai.artenic.optimizer.domain.spot.SpotPools;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.statement.SqlStatement;

/// What outcomes saw of spot nodes, in the table `optimizer_spot_exposure`, where [JdbiOutcomeLog] has it put.
public final class JdbiSpotExperience implements SpotExperience {
    static final String ADD = """
            insert into optimizer_spot_exposure as known (
                provider, instance_type, region, jobs, preemptions, exposure_hours)
            select provider, instance_type, region, count(*), sum(preemptions), sum(exposure_hours)
            from unnest(:spot_provider, :spot_type, :spot_region, :preemptions, :exposure_hours) as given (
                provider, instance_type, region, preemptions, exposure_hours)
            group by provider, instance_type, region
            on conflict (provider, instance_type, region) do update set
                jobs = known.jobs + excluded.jobs,
                preemptions = known.preemptions + excluded.preemptions,
                exposure_hours = known.exposure_hours + excluded.exposure_hours
            """;

    private static final String TYPES = """
            select provider, instance_type, sum(preemptions) as seen, sum(exposure_hours) as seen_hours
            from optimizer_spot_exposure group by provider, instance_type
            """;

    private static final String POOLS = """
            select
                coalesce(sum(preemptions) filter (where not is_type), 0) as elsewhere,
                coalesce(sum(exposure_hours) filter (where not is_type), 0) as elsewhere_hours,
                coalesce(sum(preemptions) filter (where is_type and not is_here), 0) as others,
                coalesce(sum(exposure_hours) filter (where is_type and not is_here), 0) as others_hours,
                coalesce(sum(preemptions) filter (where is_type and is_here), 0) as here,
                coalesce(sum(exposure_hours) filter (where is_type and is_here), 0) as here_hours
            from (
                select
                    preemptions, exposure_hours, instance_type = :instance_type as is_type,
                    cast(:region as text) is null or region = :region as is_here
                from optimizer_spot_exposure where provider = :provider) as pools
            """;

    private final Database database;

    public JdbiSpotExperience(Database database) {
        this.database = database;
    }

    /// A job and what it saw.
    private record Seen(Outcome outcome, SpotEvidence evidence) {}

    /// Gives [#ADD] what the outcomes saw.
    static void bind(SqlStatement<?> add, List<Fresh> outcomes) {
        List<Seen> seen = outcomes.stream()
                .map(fresh -> fresh.row().assessed().outcome())
                .flatMap(outcome -> outcome.spotEvidence().map(evidence -> new Seen(outcome, evidence)).stream())
                .toList();
        new Columns<>(add, seen)
                .text("spot_provider", one -> one.outcome().run().provider().key())
                .text("spot_type", one -> one.outcome().run().instanceType())
                .text("spot_region", one -> one.outcome().run().region().orElse(""))
                .real("preemptions", one -> one.evidence().preemptions())
                .real("exposure_hours", one -> one.evidence().exposureHours());
    }

    @Override
    public SpotPools pools(Provider provider, String instanceType, Optional<String> region) {
        return database.ask(handle -> handle.createQuery(POOLS)
                .bind("provider", provider.key())
                .bind("instance_type", instanceType)
                .bind("region", region.orElse(null))
                .map((row, _) ->
                        new SpotPools(evidence(row, "elsewhere"), evidence(row, "others"), evidence(row, "here")))
                .one());
    }

    @Override
    public Map<Provider, Map<String, SpotEvidence>> types() {
        return database.ask(handle -> handle.createQuery(TYPES).reduceResultSet(new HashMap<>(), (types, row, _) -> {
            types.computeIfAbsent(new Provider(row.getString("provider")), added -> new HashMap<>())
                    .put(row.getString("instance_type"), evidence(row, "seen"));
            return types;
        }));
    }

    private static SpotEvidence evidence(ResultSet row, String pool) throws SQLException {
        return new SpotEvidence(row.getDouble(pool), row.getDouble(pool + "_hours"));
    }
}
