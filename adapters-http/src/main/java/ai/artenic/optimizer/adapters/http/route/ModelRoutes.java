package ai.artenic.optimizer.adapters.http.route;

import ai.artenic.optimizer.adapters.http.LearningUseCases;
import ai.artenic.optimizer.adapters.http.endpoint.Answer;
import ai.artenic.optimizer.adapters.http.endpoint.Endpoint;
import ai.artenic.optimizer.adapters.http.endpoint.Endpoint.Contract;
import ai.artenic.optimizer.adapters.http.endpoint.Endpoint.Method;
import ai.artenic.optimizer.adapters.http.endpoint.Endpoint.Route;
import ai.artenic.optimizer.adapters.http.endpoint.Endpoint.Words;
import ai.artenic.optimizer.adapters.http.endpoint.Parameter;
import ai.artenic.optimizer.adapters.http.endpoint.Reply;
import ai.artenic.optimizer.adapters.http.endpoint.Request;
import ai.artenic.optimizer.adapters.http.json.ModelCardJson;
import ai.artenic.optimizer.adapters.http.json.ModelsJson;
import ai.artenic.optimizer.adapters.http.json.RankerMetricsJson;
import ai.artenic.optimizer.adapters.http.json.RetrainJson;
import ai.artenic.optimizer.adapters.http.openapi.RequestSchemas;
import ai.artenic.optimizer.adapters.http.problem.Problem;
import ai.artenic.optimizer.adapters.http.problem.ProblemKind;
import ai.artenic.optimizer.adapters.http.request.QueryParameters;
import ai.artenic.optimizer.application.usecase.ListModels.Models;
import ai.artenic.optimizer.application.usecase.PromoteAnswer;
import ai.artenic.optimizer.application.usecase.RetrainAnswer;
import ai.artenic.optimizer.domain.intake.Bounds;
import ai.artenic.optimizer.domain.intake.Intake;
import ai.artenic.optimizer.domain.intake.RawObject;
import ai.artenic.optimizer.domain.learning.RetrainRun;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Ranking models: their metrics, their training, which one serves.
public final class ModelRoutes {
    private static final String RETRAIN = RecommendRoutes.BASE + "/retrain";
    private static final int ACCEPTED = 202;
    private static final int DEFAULT_ITEMS = 50;
    private static final int MOST_ITEMS = 500;

    private final LearningUseCases useCases;

    public ModelRoutes(LearningUseCases useCases) {
        this.useCases = useCases;
    }

    public List<Endpoint> endpoints() {
        return List.of(metrics(), retrain(), findRetrain(), models(), promote());
    }

    private Endpoint metrics() {
        return new Endpoint(
                new Route(Method.GET, RecommendRoutes.BASE + "/metrics"),
                new Words("getRankerMetrics", RecommendRoutes.AREA, "How well does the ranking model order?"),
                Contract.of(Answer.ok(RankerMetricsJson.class, "Its metrics beside rankers that learn nothing"))
                        .or(ProblemKind.UNAVAILABLE),
                request -> {
                    request.query().conclude(() -> true);
                    return Reply.json(RankerMetricsJson.from(useCases.metrics().report()));
                });
    }

    private Endpoint retrain() {
        return new Endpoint(
                new Route(Method.POST, RETRAIN),
                new Words("retrain", RecommendRoutes.AREA, "Train the ranking model again"),
                Contract.of(new Answer(ACCEPTED, Answer.JSON, RetrainJson.class, "A training is queued"))
                        .reading(RequestSchemas.RETRAIN)
                        .or(ProblemKind.RETRAIN_IN_PROGRESS, ProblemKind.TOO_FEW_SAMPLES, ProblemKind.UNAVAILABLE),
                this::retrain);
    }

    private Endpoint findRetrain() {
        return new Endpoint(
                new Route(Method.GET, RETRAIN + "/{run_id}"),
                new Words("getRetrain", RecommendRoutes.AREA, "How far a training has come, and what came of it"),
                Contract.of(Answer.ok(RetrainJson.class, "The training"))
                        .taking(Parameter.id("run_id", "run_id of the answer"))
                        .or(ProblemKind.NOT_FOUND, ProblemKind.UNAVAILABLE),
                this::findRetrain);
    }

    private Endpoint models() {
        return new Endpoint(
                new Route(Method.GET, RecommendRoutes.BASE + "/models"),
                new Words("listModels", RecommendRoutes.AREA, "The ranking models that were trained, newest first"),
                Contract.ofList(ModelsJson.class, "A page of models")
                        .taking(Parameter.limit(DEFAULT_ITEMS, MOST_ITEMS), Parameter.cursor())
                        .or(ProblemKind.UNAVAILABLE),
                this::models);
    }

    private Endpoint promote() {
        return new Endpoint(
                new Route(Method.POST, RecommendRoutes.BASE + "/models/{version}/promote"),
                new Words("promoteModel", RecommendRoutes.AREA, "Let this model serve; an earlier one rolls back"),
                Contract.of(Answer.ok(ModelCardJson.class, "It serves on every replica within seconds"))
                        .taking(Parameter.name("version", "version of the model"))
                        .or(ProblemKind.NOT_FOUND, ProblemKind.MODEL_NOT_AVAILABLE, ProblemKind.UNAVAILABLE),
                this::promote);
    }

    private static Intake<Boolean> force(Map<String, Object> fields) {
        RawObject object = RawObject.root(fields);
        boolean force = object.flag("force", false);
        object.refuseUnknownFields();
        return object.conclude(() -> force);
    }

    private Reply retrain(Request request) {
        boolean isForced = request.body().as(ModelRoutes::force);
        return switch (useCases.retrain().request(isForced)) {
            case RetrainAnswer.Queued(RetrainRun run) ->
                Reply.json(ACCEPTED, RetrainJson.from(run)).with("Location", RETRAIN + "/" + run.id());
            case RetrainAnswer.InProgress(RetrainRun run) -> request.refuse(new Problem.Retraining(run.id()));
            case RetrainAnswer.TooFewSamples(long samples, int least) ->
                request.refuse(new Problem.Plain(
                        ProblemKind.TOO_FEW_SAMPLES,
                        "A model needs " + least + " samples, there are " + samples + "."));
            case RetrainAnswer.TooFewNewSamples(long samples, int least) ->
                request.refuse(new Problem.Plain(
                        ProblemKind.TOO_FEW_SAMPLES,
                        "There are " + samples + " samples since the last training, " + least
                                + " make the next worth while; force = true trains all the same."));
        };
    }

    private Reply findRetrain(Request request) {
        UUID id = request.id("run_id");
        request.query().conclude(() -> true);
        return useCases.findRetrain()
                .find(id)
                .map(found -> Reply.json(RetrainJson.from(found)))
                .orElseGet(() ->
                        request.refuse(new Problem.Plain(ProblemKind.NOT_FOUND, "There is no training " + id + ".")));
    }

    private Reply models(Request request) {
        QueryParameters query = request.query();
        int limit = query.integer("limit", Bounds.between(1, MOST_ITEMS), DEFAULT_ITEMS);
        Optional<String> after = query.cursor("cursor", Positions::decode);
        Models page = query.conclude(() -> useCases.models().list(after, limit));
        return request.list(
                ModelsJson.from(page, page.next().map(Positions::encode).orElse(null)));
    }

    private Reply promote(Request request) {
        String version = request.name("version");
        request.query().conclude(() -> true);
        return switch (useCases.promote().promote(version)) {
            case PromoteAnswer.Promoted promoted -> Reply.json(ModelCardJson.from(promoted.card(), true));
            case PromoteAnswer.UnknownVersion() ->
                request.refuse(new Problem.Plain(ProblemKind.NOT_FOUND, "There is no model " + version + "."));
            case PromoteAnswer.CannotServe(String reason) ->
                request.refuse(new Problem.Plain(
                        ProblemKind.MODEL_NOT_AVAILABLE, "Model " + version + " cannot serve: " + reason));
        };
    }
}
