package ai.artenic.optimizer.adapters.http.route;

import ai.artenic.optimizer.adapters.http.UseCases;
import ai.artenic.optimizer.adapters.http.endpoint.Answer;
import ai.artenic.optimizer.adapters.http.endpoint.Endpoint;
import ai.artenic.optimizer.adapters.http.endpoint.Endpoint.Contract;
import ai.artenic.optimizer.adapters.http.endpoint.Endpoint.Method;
import ai.artenic.optimizer.adapters.http.endpoint.Endpoint.Route;
import ai.artenic.optimizer.adapters.http.endpoint.Endpoint.Words;
import ai.artenic.optimizer.adapters.http.endpoint.Parameter;
import ai.artenic.optimizer.adapters.http.endpoint.Reply;
import ai.artenic.optimizer.adapters.http.endpoint.Request;
import ai.artenic.optimizer.adapters.http.json.HistoryJson;
import ai.artenic.optimizer.adapters.http.json.KeptRecommendationJson;
import ai.artenic.optimizer.adapters.http.json.RecommendationJson;
import ai.artenic.optimizer.adapters.http.json.ReplayJson;
import ai.artenic.optimizer.adapters.http.openapi.RequestSchemas;
import ai.artenic.optimizer.adapters.http.problem.Problem;
import ai.artenic.optimizer.adapters.http.problem.ProblemKind;
import ai.artenic.optimizer.adapters.http.request.QueryParameters;
import ai.artenic.optimizer.application.port.HistoryPage;
import ai.artenic.optimizer.application.port.HistoryQuery;
import ai.artenic.optimizer.application.usecase.RecommendAnswer;
import ai.artenic.optimizer.application.usecase.ReplayAnswer;
import ai.artenic.optimizer.domain.intake.Bounds;
import ai.artenic.optimizer.domain.outcome.KeptOutcome;
import ai.artenic.optimizer.domain.ranking.Mode;
import ai.artenic.optimizer.domain.ranking.RecommendRequest;
import ai.artenic.optimizer.domain.ranking.Recommendation;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The Training Advisor: ask, look up, replay, list.
public final class RecommendRoutes {
    static final String BASE = "/api/v1/optimizer";
    static final String AREA = "Training Advisor";

    private final UseCases useCases;

    public RecommendRoutes(UseCases useCases) {
        this.useCases = useCases;
    }

    public List<Endpoint> endpoints() {
        return List.of(recommend(), find(), replay(), history());
    }

    private Endpoint recommend() {
        return new Endpoint(
                new Route(Method.POST, BASE + "/recommend"),
                new Words("recommend", AREA, "Where should this training job run, and what will it cost?"),
                Contract.of(Answer.ok(RecommendationJson.class, "The best candidates, explained and costed"))
                        .reading(RequestSchemas.RECOMMEND)
                        .or(
                                ProblemKind.NO_FEASIBLE_OFFER,
                                ProblemKind.MODEL_NOT_AVAILABLE,
                                ProblemKind.CONFLICT,
                                ProblemKind.UNAVAILABLE),
                this::recommend);
    }

    private Endpoint find() {
        return new Endpoint(
                new Route(Method.GET, BASE + "/recommendations/{id}"),
                new Words("getRecommendation", AREA, "A recommendation that was kept, as it was answered"),
                Contract.of(Answer.ok(KeptRecommendationJson.class, "The recommendation and its question"))
                        .taking(
                                Parameter.id("id", "recommendation_id of the answer"),
                                Parameter.flag("features", "whether each candidate shows its feature vector"))
                        .or(ProblemKind.NOT_FOUND, ProblemKind.UNAVAILABLE),
                this::find);
    }

    private Endpoint replay() {
        return new Endpoint(
                new Route(Method.GET, BASE + "/recommendations/{id}/replay"),
                new Words(
                        "replayRecommendation", AREA, "Does a kept recommendation come out again as it was answered?"),
                Contract.of(Answer.ok(
                                ReplayJson.class, "Whether it is identical, what differs, or why nobody can tell"))
                        .taking(Parameter.id("id", "recommendation_id of the answer"))
                        .or(ProblemKind.NOT_FOUND, ProblemKind.UNAVAILABLE),
                this::replay);
    }

    private Endpoint history() {
        return new Endpoint(
                new Route(Method.GET, BASE + "/history"),
                new Words("listHistory", AREA, "The recommendations that were kept, newest first"),
                Contract.ofList(HistoryJson.class, "A page of the history")
                        .taking(
                                Parameter.text("provider", "only those whose first candidate is of this provider"),
                                Parameter.choice("mode", "only those ranked this way", Mode.class),
                                Parameter.moment("since", "from this moment on"),
                                Parameter.moment("until", "before this moment"),
                                Parameter.flag("has_outcome", "only those with (true) or without (false) an outcome"),
                                Parameter.limit(HistoryQuery.DEFAULT_ITEMS, HistoryQuery.MOST_ITEMS),
                                Parameter.cursor())
                        .or(ProblemKind.UNAVAILABLE),
                this::history);
    }

    private Reply recommend(Request request) {
        RecommendRequest question = request.body().as(RecommendRequest::read);
        RecommendAnswer answer = useCases.recommend().recommend(question);
        return answer instanceof RecommendAnswer.Recommended(var recommendation)
                ? Reply.json(RecommendationJson.from(recommendation))
                : request.refuse(Problem.refusal(answer));
    }

    private Reply find(Request request) {
        UUID id = request.id("id");
        QueryParameters query = request.query();
        boolean asked = query.flag("features").orElse(false);
        boolean features = query.conclude(() -> asked);
        return useCases.find()
                .find(id)
                .map(found ->
                        Reply.json(KeptRecommendationJson.from(found, Optional.ofNullable(outcome(id)), features)))
                .orElseGet(() -> unknown(request, id));
    }

    private Reply replay(Request request) {
        UUID id = request.id("id");
        return switch (useCases.replay().replay(id)) {
            case ReplayAnswer.Replayed replayed -> Reply.json(ReplayJson.from(replayed));
            case ReplayAnswer.NotReplayable refused -> Reply.json(ReplayJson.from(refused));
            case ReplayAnswer.Unknown() -> unknown(request, id);
        };
    }

    private static Reply unknown(Request request, UUID id) {
        return request.refuse(new Problem.Plain(ProblemKind.NOT_FOUND, "There is no recommendation " + id + "."));
    }

    private @Nullable KeptOutcome outcome(UUID recommendation) {
        return useCases.feedback().find().of(List.of(recommendation)).get(recommendation);
    }

    private Reply history(Request request) {
        HistoryQuery query = historyQuery(request.query());
        HistoryPage page = useCases.history().list(query);
        var outcomes = useCases.feedback()
                .find()
                .of(page.items().stream().map(Recommendation::id).toList());
        return request.list(HistoryJson.from(
                page.items(),
                outcomes,
                page.next().map(next -> Positions.encode(query, next)).orElse(null)));
    }

    private static HistoryQuery historyQuery(QueryParameters parameters) {
        var provider = parameters.text("provider");
        var mode = parameters.choice("mode", Mode.class);
        var since = parameters.moment("since");
        var until = parameters.moment("until");
        var hasOutcome = parameters.flag("has_outcome");
        int limit = parameters.integer("limit", Bounds.between(1, HistoryQuery.MOST_ITEMS), HistoryQuery.DEFAULT_ITEMS);
        var first = new HistoryQuery(provider, mode, since, until, hasOutcome, Optional.empty(), limit);
        var after = parameters.cursor("cursor", cursor -> Positions.decode(first, cursor));
        return parameters.conclude(() -> new HistoryQuery(provider, mode, since, until, hasOutcome, after, limit));
    }
}
