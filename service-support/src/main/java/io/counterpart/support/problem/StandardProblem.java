package io.counterpart.support.problem;

/** The problem types that both services have. */
public enum StandardProblem implements ProblemType {
    VALIDATION(
            422,
            "Some values are not valid",
            "The request could be read, but it contains values that cannot be accepted. Each error names the field.",
            "Correct the fields that are named and send the request again."),
    MALFORMED_REQUEST(
            400,
            "The request cannot be read",
            "The JSON is broken, contains a field or a type of value that the service does not know, or a query parameter is unknown.",
            "Compare the request with the API description at /docs."),
    UNAUTHORIZED(
            401,
            "Authentication required",
            "The bearer token is missing, unknown, revoked or expired.",
            "Send a token that headquarters issued: Authorization: Bearer <token>."),
    FORBIDDEN(
            403,
            "Not allowed",
            "The token is known, but its role or its channel does not allow this request.",
            "Use a token with the required role."),
    NOT_FOUND(404, "Not found", "No resource has this address.", "Compare the address with /docs."),
    METHOD_NOT_ALLOWED(
            405,
            "Method not allowed",
            "The resource does not support this HTTP method.",
            "The header Allow lists the supported methods."),
    NOT_ACCEPTABLE(
            406, "Response format not available", "The service responds with JSON.", "Send Accept: application/json."),
    PAYLOAD_TOO_LARGE(
            413,
            "The request is too large",
            "A request body can have at most 256 KiB, an offline upload 4 MiB.",
            "Send less data at a time."),
    UNSUPPORTED_MEDIA_TYPE(
            415, "Request format not supported", "The service reads JSON.", "Send Content-Type: application/json."),
    VERSION_MISMATCH(
            412,
            "Changed by someone else in the meantime",
            "The version in If-Match is not the version that is stored.",
            "Read the resource again, review what changed, and repeat your change."),
    PRECONDITION_REQUIRED(
            428,
            "If-Match is required",
            "Changes need If-Match with the ETag of what was read, so that no change is overwritten unseen.",
            "Read the resource first, then send its ETag in If-Match."),
    RATE_LIMITED(
            429,
            "Too many requests",
            "This token sends more requests than it is allowed to.",
            "Wait for the time that Retry-After states."),
    SERVICE_UNAVAILABLE(
            503,
            "The service is busy or restarting",
            "The service cannot reach its database or has more requests than it can handle.",
            "Try again after the time that Retry-After states; nothing was lost."),
    INTERNAL_ERROR(
            500,
            "Something went wrong",
            "The service failed in a way that was not expected. The failure was logged.",
            "Try again. If the problem stays, give support the traceId.");

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
            case 413 -> PAYLOAD_TOO_LARGE;
            case 415 -> UNSUPPORTED_MEDIA_TYPE;
            case 503 -> SERVICE_UNAVAILABLE;
            default -> status < 500 ? MALFORMED_REQUEST : INTERNAL_ERROR;
        };
    }
}
