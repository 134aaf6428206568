package ai.artenic.optimizer.adapters.http.route;

import ai.artenic.optimizer.adapters.http.UseCases.Feedback;
import ai.artenic.optimizer.adapters.http.endpoint.Answer;
import ai.artenic.optimizer.adapters.http.endpoint.Endpoint;
import ai.artenic.optimizer.adapters.http.endpoint.Endpoint.Contract;
import ai.artenic.optimizer.adapters.http.endpoint.Endpoint.Method;
import ai.artenic.optimizer.adapters.http.endpoint.Endpoint.Route;
import ai.artenic.optimizer.adapters.http.endpoint.Endpoint.Words;
import ai.artenic.optimizer.adapters.http.endpoint.Parameter;
import ai.artenic.optimizer.adapters.http.endpoint.Reply;
import ai.artenic.optimizer.adapters.http.endpoint.Request;
import ai.artenic.optimizer.adapters.http.json.ImportJson;
import ai.artenic.optimizer.adapters.http.json.OutcomesJson;
import ai.artenic.optimizer.adapters.http.json.RecordedJson;
import ai.artenic.optimizer.adapters.http.openapi.RequestSchemas;
import ai.artenic.optimizer.adapters.http.problem.Problem;
import ai.artenic.optimizer.adapters.http.problem.ProblemKind;
import ai.artenic.optimizer.adapters.http.request.OutcomeLines;
import ai.artenic.optimizer.adapters.http.request.QueryParameters;
import ai.artenic.optimizer.application.port.HistoryQuery;
import ai.artenic.optimizer.application.port.OutcomePage;
import ai.artenic.optimizer.application.port.OutcomeQuery;
import ai.artenic.optimizer.application.usecase.ImportAnswer;
import ai.artenic.optimizer.application.usecase.RecordAnswer;
import ai.artenic.optimizer.domain.intake.Bounds;
import ai.artenic.optimizer.domain.outcome.Outcome;
import ai.artenic.optimizer.domain.outcome.OutcomeReader;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// What became of training jobs: report, import, list.
public final class OutcomeRoutes {
    private static final String PATH = RecommendRoutes.BASE + "/outcomes";
    private static final String AREA = "Feedback";
    private static final String KEPT = "The outcome is kept, durably, with its labels";

    private final Feedback feedback;

    public OutcomeRoutes(Feedback feedback) {
        this.feedback = feedback;
    }

    public List<Endpoint> endpoints() {
        return List.of(record(), importing(), list());
    }

    private Endpoint record() {
        return new Endpoint(
                new Route(Method.POST, PATH),
                new Words(
                        "recordOutcome", AREA, "What did this training job really cost and take, or how did it fail?"),
                Contract.of(
                                new Answer(201, Answer.JSON, RecordedJson.class, KEPT),
                                Answer.ok(RecordedJson.class, "The same outcome was kept before"))
                        .reading(RequestSchemas.OUTCOME)
                        .or(ProblemKind.NOT_FOUND, ProblemKind.CONFLICT, ProblemKind.UNAVAILABLE),
                this::record);
    }

    private Endpoint importing() {
        return new Endpoint(
                new Route(Method.POST, PATH + "/import"),
                new Words("importOutcomes", AREA, "Many outcomes, one JSON object a line; a bad line loses no other"),
                Contract.of(Answer.ok(ImportJson.class, "Every good line is kept, durably"))
                        .readingLines(RequestSchemas.OUTCOME)
                        .or(ProblemKind.UNAVAILABLE),
                this::importing);
    }

    private Endpoint list() {
        return new Endpoint(
                new Route(Method.GET, PATH),
                new Words("listOutcomes", AREA, "The outcomes that were kept, newest first"),
                Contract.ofList(OutcomesJson.class, "A page of outcomes")
                        .taking(
                                Parameter.text("provider", "only of jobs that ran at this provider"),
                                Parameter.flag("success", "only of jobs that succeeded (true) or failed (false)"),
                                Parameter.reference("recommendation_id", "only of jobs that followed it"),
                                Parameter.moment("since", "recorded from this moment on"),
                                Parameter.moment("until", "recorded before this moment"),
                                Parameter.limit(HistoryQuery.DEFAULT_ITEMS, HistoryQuery.MOST_ITEMS),
                                Parameter.cursor())
                        .or(ProblemKind.UNAVAILABLE),
                this::list);
    }

    private Reply record(Request request) {
        Outcome outcome = request.body()
                .as(fields -> OutcomeReader.read(fields, feedback.clock().instant()));
        return switch (feedback.record().record(outcome)) {
            case RecordAnswer.Recorded(var kept, var due) -> Reply.json(201, RecordedJson.from(kept, due));
            case RecordAnswer.Unchanged(var kept, var due) -> Reply.json(RecordedJson.from(kept, due));
            case RecordAnswer.Conflict(var kept, var reported) -> request.refuse(new Problem.Reported(kept, reported));
            case RecordAnswer.UnknownRecommendation(var id) ->
                request.refuse(new Problem.Plain(ProblemKind.NOT_FOUND, "There is no recommendation " + id + "."));
        };
    }

    private Reply importing(Request request) {
        OutcomeLines lines = request.outcomeLines(feedback.clock());
        ImportAnswer answer = feedback.imports().run(lines);
        @Nullable
        Problem fault = answer.halt()
                .<Problem>map(halt -> new Problem.Plain(
                        ProblemKind.UNAVAILABLE, "The store does not answer since line " + halt.line() + "."))
                .or(lines::fault)
                .orElse(null);
        return fault == null
                ? Reply.json(ImportJson.from(answer))
                : request.refuse(new Problem.Plain(fault.kind(), fault.detail() + brokenOff(answer)));
    }

    private static String brokenOff(ImportAnswer answer) {
        return " Until then " + answer.accepted() + " outcomes were kept, " + answer.duplicates()
                + " were known and " + answer.rejectedTotal()
                + " lines rejected. Send the whole again: what is kept is not kept twice.";
    }

    private Reply list(Request request) {
        OutcomeQuery query = query(request.query());
        OutcomePage page = feedback.list().list(query);
        @Nullable
        String next =
                page.next().isPresent() ? Positions.encode(query, page.next().getAsLong()) : null;
        return request.list(OutcomesJson.from(page.items(), next));
    }

    private static OutcomeQuery query(QueryParameters parameters) {
        var provider = parameters.text("provider");
        var success = parameters.flag("success");
        var recommendation = parameters.id("recommendation_id");
        var since = parameters.moment("since");
        var until = parameters.moment("until");
        int limit = parameters.integer("limit", Bounds.between(1, HistoryQuery.MOST_ITEMS), HistoryQuery.DEFAULT_ITEMS);
        var first = new OutcomeQuery(provider, success, recommendation, since, until, OptionalLong.empty(), limit);
        var before = parameters.cursor("cursor", cursor -> Positions.decode(first, cursor));
        return parameters.conclude(() -> new OutcomeQuery(
                provider,
                success,
                recommendation,
                since,
                until,
                before.map(OptionalLong::of).orElse(OptionalLong.empty()),
                limit));
    }
}
