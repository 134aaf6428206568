package ai.artenic.optimizer.adapters.http.endpoint;

import ai.artenic.optimizer.adapters.http.json.ListJson;
import ai.artenic.optimizer.adapters.http.problem.ProblemKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One row of the table that both serves and documents the API.
public record Endpoint(Route route, Words words, Contract contract, Handler handler) {

    /// What an endpoint does with a request.
    @FunctionalInterface
    public interface Handler {
        Reply handle(Request request);
    }

    /// The methods in use. A GET also answers HEAD.
    public enum Method {
        GET,
        POST
    }

    /// Where an endpoint listens. Path parameters stand in braces.
    public record Route(Method method, String path) {
        /// Whether the path, without query, is one of this route's.
        public boolean leadsTo(String concrete) {
            String[] wanted = path.split("/", -1);
            String[] steps = concrete.split("/", -1);
            boolean leads = wanted.length == steps.length;
            for (int i = 0; leads && i < wanted.length; i++) {
                leads = wanted[i].equals(steps[i]) || (wanted[i].startsWith("{") && !steps[i].isEmpty());
            }
            return leads;
        }
    }

    /// How an endpoint is called in documents.
    public record Words(String operationId, String area, String summary) {}

    /// What an endpoint takes and gives.
    ///
    /// @param body name of the schema of the JSON it reads, if it reads any
    /// @param bodyType media type of what it reads
    /// @param problems the kinds it may answer with beyond those every endpoint may
    public record Contract(
            List<Parameter> parameters,
            Optional<String> body,
            String bodyType,
            List<Answer> answers,
            List<ProblemKind> problems) {
        private static final List<ProblemKind> OF_ALL =
                List.of(ProblemKind.BAD_REQUEST, ProblemKind.NOT_ACCEPTABLE, ProblemKind.INTERNAL);
        private static final List<ProblemKind> OF_READERS = List.of(
                ProblemKind.MALFORMED_JSON,
                ProblemKind.REQUEST_TIMEOUT,
                ProblemKind.PAYLOAD_TOO_LARGE,
                ProblemKind.UNSUPPORTED_MEDIA_TYPE,
                ProblemKind.INVALID_REQUEST);

        public static Contract of(Answer... answers) {
            return new Contract(List.of(), Optional.empty(), Answer.JSON, List.of(answers), OF_ALL);
        }

        /// Of a list, in JSON or as CSV.
        public static Contract ofList(Class<? extends ListJson<?>> list, String meaning) {
            return of(Answer.ok(list, meaning), Answer.ok(Answer.CSV, "The same items, one a row"));
        }

        public Contract taking(Parameter... more) {
            return new Contract(List.of(more), body, bodyType, answers, problems).or(ProblemKind.INVALID_REQUEST);
        }

        /// @param schema name of the schema of the body
        public Contract reading(String schema) {
            return new Contract(parameters, Optional.of(schema), Answer.JSON, answers, problems)
                    .or(OF_READERS.toArray(ProblemKind[]::new));
        }

        /// @param schema name of the schema of each line of the body
        public Contract readingLines(String schema) {
            return new Contract(parameters, Optional.of(schema), Answer.JSON_LINES, answers, problems)
                    .or(ProblemKind.REQUEST_TIMEOUT, ProblemKind.UNSUPPORTED_MEDIA_TYPE);
        }

        public Contract or(ProblemKind... more) {
            var all = new ArrayList<>(problems);
            all.addAll(List.of(more));
            return new Contract(parameters, body, bodyType, answers, List.copyOf(all));
        }
    }

    /// The media types of what the endpoint answers when nothing is wrong.
    public List<String> produces() {
        return contract.answers().stream().map(Answer::mediaType).distinct().toList();
    }
}
