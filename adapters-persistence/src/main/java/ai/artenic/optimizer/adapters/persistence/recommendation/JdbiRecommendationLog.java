package ai.artenic.optimizer.adapters.persistence.recommendation;

import ai.artenic.optimizer.adapters.persistence.catalog.KeptSnapshots;
import ai.artenic.optimizer.adapters.persistence.database.Coalescer;
import ai.artenic.optimizer.adapters.persistence.database.Database;
import ai.artenic.optimizer.adapters.persistence.json.Json;
import ai.artenic.optimizer.application.port.BasisFound;
import ai.artenic.optimizer.application.port.GivenAdvice;
import ai.artenic.optimizer.application.port.HistoryPage;
import ai.artenic.optimizer.application.port.HistoryPosition;
import ai.artenic.optimizer.application.port.HistoryQuery;
import ai.artenic.optimizer.application.port.RecommendationLog;
import ai.artenic.optimizer.domain.outcome.Place;
import ai.artenic.optimizer.domain.ranking.Basis;
import ai.artenic.optimizer.domain.ranking.Recommendation;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Recommendations in the table `optimizer_recommendations`. One log is to be shared by all who ask for advice.
public final class JdbiRecommendationLog implements RecommendationLog, GivenAdvice {
    private static final String INSERT = """
            insert into optimizer_recommendations (
                id, training_job_id, model_version, prediction_timestamp,
                recommended_provider, recommended_instance, recommended_rank,
                estimated_duration_hours, estimated_cost_eur, confidence_score,
                alternatives, total_instances_considered, instances_after_filter, workload_spec,
                query_id, workload_hash, requested_mode, mode, goal, top_n, "constraints",
                catalog_snapshot_id, degraded, assumptions, rejected, frontier_truncated, basis, exploration)
            values (
                :id, :training_job_id, :model_version, :prediction_timestamp,
                :recommended_provider, :recommended_instance, :recommended_rank,
                :estimated_duration_hours, :estimated_cost_eur, :confidence_score,
                cast(:alternatives as jsonb), :total_instances_considered, :instances_after_filter,
                cast(:workload_spec as jsonb),
                :query_id, :workload_hash, :requested_mode, :mode, :goal, :top_n, cast(:constraints as jsonb),
                :catalog_snapshot_id, cast(:degraded as jsonb), cast(:assumptions as jsonb),
                cast(:rejected as jsonb), :frontier_truncated,
                cast(:basis as jsonb), cast(:exploration as jsonb))
            on conflict (training_job_id) do nothing
            returning exists (select from optimizer_catalog_snapshots where id = :catalog_snapshot_id)
            """;

    /// Only the one candidate leaves the database: the whole list is twenty times as long, and slow to read.
    private static final String CANDIDATE = """
            jsonb_path_query_first(alternatives, '$[*] ? (
                @.offer.provider == $provider && @.offer.instance_type == $instance_type
                && @.is_spot == $is_spot && ($region == null || @.offer.region == $region)
                && ($node_count == null || @.node_count == $node_count))', cast(%s as jsonb))""";

    private static final String ADVICE = """
            select kept.id, kept.workload_spec, kept.goal, kept.candidate
            from unnest(:ids, :runs) with ordinality as given (id, run, place)
            left join lateral (
                select id, workload_spec, goal, %s as candidate
                from optimizer_recommendations where id = given.id) as kept on true
            order by given.place
            """.formatted(CANDIDATE.formatted("given.run"));

    /// Of the candidates only what [ChoiceRow] reads, for there are many jobs.
    private static final String CHOICES =
            """
            select kept.id, kept.workload_spec, kept.first - cast(:unread as text[]) as first,
                kept.one - cast(:unread as text[]) as one, kept.other - cast(:unread as text[]) as other
            from unnest(:ids, :ones, :others) with ordinality as given (id, one, other, place)
            left join lateral (
                select id, workload_spec, alternatives -> 0 as first,
                    case when given.one is not null then %s end as one,
                    case when given.other is not null then %s end as other
                from optimizer_recommendations where id = given.id) as kept on true
            order by given.place
            """.formatted(CANDIDATE.formatted("given.one"), CANDIDATE.formatted("given.other"));

    private static final String[] UNREAD = {"features", "explanation", "score_parts", "estimated_hours", "corrections"};

    private final Database database;
    private final KeptSnapshots snapshots;
    private final RecentAdvice recent = new RecentAdvice(RecentAdvice.MOST_CANDIDATES);
    private final Coalescer<Followed, Optional<Advice>> singles;

    /// @param snapshots shared with their store; one that turns out to be missing is forgotten there
    public JdbiRecommendationLog(Database database, KeptSnapshots snapshots) {
        this.database = database;
        this.snapshots = snapshots;
        this.singles = new Coalescer<>(this::readAdvice, database.patience());
    }

    /// Of several at once for one job the database lets one in; the others wait for it and then see it.
    @Override
    public Kept keep(Recommendation recommendation, Basis basis) {
        return database.ask(handle -> {
            Optional<Boolean> hasSnapshot = RecommendationRow.bind(handle.createQuery(INSERT), recommendation)
                    .bind("basis", Json.write(BasisRow.of(basis)))
                    .mapTo(Boolean.class)
                    .findOne();
            if (hasSnapshot.isEmpty()) {
                return new Kept.JobTaken(
                        ofJob(handle, recommendation.request().jobId().orElseThrow()));
            }
            if (!hasSnapshot.get()) {
                snapshots.forget(recommendation.catalogSnapshotId());
            }
            recent.note(recommendation);
            return new Kept.Stored();
        });
    }

    @Override
    public Optional<Recommendation> find(UUID id) {
        return database.ask(handle -> handle.createQuery(
                        "select " + RecommendationRow.COLUMNS + " from optimizer_recommendations where id = :id")
                .bind("id", id.toString())
                .map((row, _) -> RecommendationRow.read(row))
                .findOne());
    }

    /// The database is asked only for what is not recent. Those who ask for one at the same time are answered together.
    @Override
    public List<Optional<Advice>> advice(List<Followed> jobs) {
        List<Optional<Advice>> known = jobs.stream().map(recent::find).toList();
        var others = new ArrayList<Followed>();
        for (int i = 0; i < jobs.size(); i++) {
            if (known.get(i).isEmpty()) {
                others.add(jobs.get(i));
            }
        }
        Iterator<Optional<Advice>> read = keptAdvice(others).iterator();
        return known.stream()
                .map(advice -> advice.isPresent() ? advice : read.next())
                .toList();
    }

    private List<Optional<Advice>> keptAdvice(List<Followed> jobs) {
        return switch (jobs.size()) {
            case 0 -> List.of();
            case 1 -> List.of(singles.submit(jobs.getFirst()));
            default -> readAdvice(jobs);
        };
    }

    private List<Optional<Advice>> readAdvice(List<Followed> jobs) {
        return database.ask(handle -> handle.createQuery(ADVICE)
                .bind("ids", texts(jobs, job -> job.recommendation().toString()))
                .bind("runs", texts(jobs, job -> text(job.run().place())))
                .map((row, _) -> RecommendationRow.readAdvice(row))
                .list());
    }

    @Override
    public List<Optional<Choices>> choices(List<Placed> jobs) {
        return database.ask(handle -> handle.createQuery(CHOICES)
                .bind("ids", texts(jobs, job -> job.recommendation().toString()))
                .bind("ones", texts(jobs, job -> textOrNull(job.one())))
                .bind("others", texts(jobs, job -> textOrNull(job.other())))
                .bind("unread", UNREAD)
                .map((row, _) -> RecommendationRow.readChoices(row))
                .list());
    }

    private static @Nullable String textOrNull(Optional<Place> place) {
        return place.map(JdbiRecommendationLog::text).orElse(null);
    }

    private static String text(Place place) {
        return Json.write(PlaceRow.of(place));
    }

    private static <T> @Nullable String[] texts(List<T> jobs, Function<T, @Nullable String> text) {
        return jobs.stream().map(text).toArray(String[]::new);
    }

    @Override
    public BasisFound basis(UUID id) {
        return database.ask(handle -> handle.createQuery("select basis from optimizer_recommendations where id = :id")
                .bind("id", id.toString())
                .map((row, _) -> BasisRow.read(id, row.getString("basis")))
                .findOne()
                .orElseGet(BasisFound.Absent::new));
    }

    @Override
    public HistoryPage page(HistoryQuery query) {
        List<Recommendation> found = database.ask(handle -> new HistorySelect(query).run(handle));
        if (found.size() <= query.limit()) {
            return new HistoryPage(found, Optional.empty());
        }
        Recommendation last = found.get(query.limit() - 1);
        return new HistoryPage(
                found.subList(0, query.limit()), Optional.of(new HistoryPosition(last.asOf(), last.id())));
    }

    private static UUID ofJob(Handle handle, String jobId) {
        return handle.createQuery("select id from optimizer_recommendations where training_job_id = :job_id")
                .bind("job_id", jobId)
                .map((row, _) -> UUID.fromString(row.getString("id")))
                .one();
    }
}
