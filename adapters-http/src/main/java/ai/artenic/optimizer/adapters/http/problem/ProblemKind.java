package ai.artenic.optimizer.adapters.http.problem;

import java.util.Locale;

/// The kinds of problem the service answers with. The names are part of the contract and do not change.
public enum ProblemKind {
    BAD_REQUEST(400, "The request is not valid HTTP"),
    MALFORMED_JSON(400, "The body is not valid JSON"),
    NOT_FOUND(404, "Nothing is here"),
    METHOD_NOT_ALLOWED(405, "The method is not allowed here"),
    NOT_ACCEPTABLE(406, "None of the accepted media types is served here"),
    REQUEST_TIMEOUT(408, "The request did not arrive in time"),
    CONFLICT(409, "The request conflicts with what is stored"),
    MODEL_NOT_AVAILABLE(409, "There is no ranking model for this mode"),
    TOO_FEW_SAMPLES(409, "There is too little to learn from"),
    RETRAIN_IN_PROGRESS(409, "A training is not over yet"),
    PAYLOAD_TOO_LARGE(413, "The body is too large"),
    URI_TOO_LONG(414, "The address is too long"),
    UNSUPPORTED_MEDIA_TYPE(415, "The body has another media type than is read here"),
    INVALID_REQUEST(422, "The request has invalid values"),
    NO_FEASIBLE_OFFER(422, "No offer fits the workload and the constraints"),
    HEADERS_TOO_LARGE(431, "The headers are too large"),
    INTERNAL(500, "The service failed"),
    NOT_IMPLEMENTED(501, "The method is not known"),
    UNAVAILABLE(503, "The service cannot do this now"),
    HTTP_VERSION_NOT_SUPPORTED(505, "The version of HTTP is not served");

    private final int status;
    private final String title;

    ProblemKind(int status, String title) {
        this.status = status;
        this.title = title;
    }

    /// The kind for an error the server itself found in a request, by its HTTP status.
    public static ProblemKind ofServerError(int status) {
        return switch (status) {
            case 404 -> NOT_FOUND;
            case 405 -> METHOD_NOT_ALLOWED;
            case 408 -> REQUEST_TIMEOUT;
            case 413 -> PAYLOAD_TOO_LARGE;
            case 414 -> URI_TOO_LONG;
            case 431 -> HEADERS_TOO_LARGE;
            case 501 -> NOT_IMPLEMENTED;
            case 503 -> UNAVAILABLE;
            case 505 -> HTTP_VERSION_NOT_SUPPORTED;
            default -> status >= 500 ? INTERNAL : BAD_REQUEST;
        };
    }

    /// The stable name in the `type` URN, such as `invalid-request`.
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }
}
