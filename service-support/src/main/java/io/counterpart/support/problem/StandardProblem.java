package io.counterpart.support.problem;

/** The problem types that both services share. */
public enum StandardProblem implements ProblemType {
    VALIDATION(
            422,
            "Validation failed",
            "One or more fields are invalid. Each entry of errors names the field and the reason.",
            "Correct the fields and send the request again."),
    MALFORMED_REQUEST(
            400,
            "Malformed request",
            "The JSON is invalid, contains an unknown field or a value of the wrong type, or a query "
                    + "parameter is unknown.",
            "Compare the request with the API description at /docs."),
    UNAUTHORIZED(
            401,
            "Unauthorized",
            "The bearer token is missing, unknown, revoked or expired.",
            "Send an access token issued by headquarters: Authorization: Bearer <token>."),
    FORBIDDEN(
            403,
            "Forbidden",
            "The role or channel of the token does not permit this request.",
            "Use a token with the required role."),
    NOT_FOUND(
            404, "Not found", "No resource exists at this URL.", "Compare the URL with the API description at /docs."),
    METHOD_NOT_ALLOWED(
            405,
            "Method not allowed",
            "The resource does not support this HTTP method.",
            "Use a method listed in the Allow header."),
    NOT_ACCEPTABLE(406, "Not acceptable", "The service responds with JSON.", "Send Accept: application/json."),
    PAYLOAD_TOO_LARGE(
            413,
            "Request too large",
            "A request body can have at most 256 KiB, an offline upload 4 MiB.",
            "Send less data per request."),
    REQUEST_TIMEOUT(
            408,
            "Request timeout",
            "The request body has to arrive within 10 seconds.",
            "Check the network connection and send the request again."),
    UNSUPPORTED_MEDIA_TYPE(
            415, "Unsupported media type", "The service reads JSON.", "Send Content-Type: application/json."),
    VERSION_MISMATCH(
            412,
            "Version mismatch",
            "The resource has changed since you read it: the version in If-Match is not the stored " + "version.",
            "Read the resource again, review the changes, and repeat your change."),
    PRECONDITION_REQUIRED(
            428,
            "If-Match required",
            "Updates need an If-Match header with the ETag of the resource as you read it.",
            "Read the resource first, then send its ETag in If-Match."),
    RATE_LIMITED(
            429,
            "Too many requests",
            "The token or user has sent too many requests or opened too many event streams, or too many requests "
                    + "without a valid token have come from the address.",
            "Wait for the time given in Retry-After, then send the same request again."),
    SERVICE_UNAVAILABLE(
            503,
            "Temporarily unavailable",
            "The service cannot reach its database or is overloaded.",
            "Try again after the time given in Retry-After."),
    INTERNAL_ERROR(
            500,
            "Internal error",
            "An unexpected error occurred and has been logged.",
            "Try again. If the problem persists, contact support with the traceId.");

    private final int status;
    private final String title;
    private final String meaning;
    private final String remedy;

    StandardProblem(int status, String title, String meaning, String remedy) {
        this.status = status;
        this.title = title;
        this.meaning = meaning;
        this.remedy = remedy;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public String meaning() {
        return meaning;
    }

    @Override
    public String remedy() {
        return remedy;
    }

    static StandardProblem ofStatus(int status) {
        return switch (status) {
            case 401 -> UNAUTHORIZED;
            case 403 -> FORBIDDEN;
            case 404 -> NOT_FOUND;
            case 405 -> METHOD_NOT_ALLOWED;
            case 406 -> NOT_ACCEPTABLE;
            case 408 -> REQUEST_TIMEOUT;
            case 413 -> PAYLOAD_TOO_LARGE;
            case 415 -> UNSUPPORTED_MEDIA_TYPE;
            // An unknown transfer encoding or version of HTTP.
            case 501, 505 -> MALFORMED_REQUEST;
            case 503 -> SERVICE_UNAVAILABLE;
            default -> status < 500 ? MALFORMED_REQUEST : INTERNAL_ERROR;
        };
    }
}
