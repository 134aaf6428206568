package ai.artenic.optimizer.adapters.http.endpoint;

import ai.artenic.optimizer.adapters.http.HttpSettings;
import ai.artenic.optimizer.adapters.http.csv.ListCsv;
import ai.artenic.optimizer.adapters.http.json.ListJson;
import ai.artenic.optimizer.adapters.http.problem.Problem;
import ai.artenic.optimizer.adapters.http.problem.ProblemException;
import ai.artenic.optimizer.adapters.http.request.Body;
import ai.artenic.optimizer.adapters.http.request.JsonBody;
import ai.artenic.optimizer.adapters.http.request.MediaTypes;
import ai.artenic.optimizer.adapters.http.request.OutcomeLines;
import ai.artenic.optimizer.adapters.http.request.QueryParameters;
import io.javalin.http.Context;
import java.time.InstantSource;
import java.util.UUID;
import java.util.regex.Pattern;

/// A request as an endpoint sees it.
public final class Request {
    private static final Pattern UUID_TEXT = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final Context context;
    private final HttpSettings settings;

    Request(Context context, HttpSettings settings) {
        this.context = context;
        this.settings = settings;
    }

    /// The UUID in the path.
    ///
    /// @throws ProblemException if it is none
    public UUID id(String name) {
        String text = context.pathParam(name);
        if (!UUID_TEXT.matcher(text).matches()) {
            throw ProblemException.invalid(
                    "/path/" + name, "must be a UUID such as 123e4567-e89b-12d3-a456-426614174000");
        }
        return UUID.fromString(text);
    }

    /// The name in the path.
    public String name(String name) {
        return context.pathParam(name);
    }

    public QueryParameters query() {
        return QueryParameters.parse(context.queryString());
    }

    /// The list as it is wanted: in JSON, or as CSV.
    public Reply list(ListJson<?> list) {
        if (!prefersCsv()) {
            return Reply.json(list);
        }
        Reply table = Reply.csv(ListCsv.of(list));
        String next = list.nextCursor();
        return next == null ? table : table.with("X-Next-Cursor", next);
    }

    /// Whether the `Accept` header wants CSV more than JSON.
    public boolean prefersCsv() {
        String accept = context.header("Accept");
        return MediaTypes.weight(accept, Answer.CSV) > MediaTypes.weight(accept, Answer.JSON);
    }

    /// The JSON object in the body.
    ///
    /// @throws ProblemException if it cannot be read
    public JsonBody body() {
        return JsonBody.read(Body.read(context.req(), settings.bodyBytesMost(), settings.bodyTimeMost()));
    }

    /// The outcomes in the body, one a line.
    ///
    /// @param clock no outcome can lie in its future
    public OutcomeLines outcomeLines(InstantSource clock) {
        return new OutcomeLines(Body.stream(context.req()), settings.bodyTimeMost(), clock);
    }

    /// The reply that tells the problem.
    public Reply refuse(Problem problem) {
        return Reply.problem(problem, CorrelationId.of(context));
    }
}
