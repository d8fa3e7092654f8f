package io.counterpart.channel.problem;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The kinds of problems. Names and statuses are part of the API; each is a page at {@link #path()}. */
public enum ProblemType {
    VALIDATION(
            422,
            "Some entries are not valid",
            "The request could be read, but what it says cannot be accepted. Each error names the field.",
            "Mend the fields that are named and send the request again."),
    MALFORMED_REQUEST(
            400,
            "The request cannot be read",
            "The JSON is broken, has fields or values of a kind that this service does not know, or a parameter is unknown.",
            "Compare the request with the API description at /docs."),
    CUSTOMER_NOT_FOUND(
            404,
            "There is no such customer here",
            "Neither an account number nor an async customer id of this channel matches.",
            "Search for the customer by name, email or phone."),
    CUSTOMER_PENDING_SYNC(
            409,
            "The customer is waiting for an account number",
            "Headquarters has not given this customer an account number yet, and this needs one.",
            "Wait a little and try again; the account number comes by itself."),
    CUSTOMER_BLOCKED(
            409, "The customer is blocked", "Headquarters has blocked this customer.", "Ask headquarters why."),
    EDIT_NOT_AVAILABLE_WHILE_PENDING(
            409,
            "A customer cannot be edited while it waits for headquarters",
            "Editing in asynchronous mode is switched off.",
            "Wait for the account number, or have the feature async-customer-editing enabled at headquarters."),
    ADDRESS_NOT_AVAILABLE_WHILE_PENDING(
            409,
            "Addresses cannot be added while the customer waits for headquarters",
            "Adding addresses in asynchronous mode is switched off.",
            "Wait for the account number, or have the feature async-customer-addresses enabled at headquarters."),
    FEATURE_DISABLED(
            409,
            "The feature is switched off",
            "What was asked for belongs to a feature that this channel does not run.",
            "Have the feature enabled at headquarters; GET /api/v1/configuration shows what this channel runs."),
    VERSION_MISMATCH(
            412,
            "Somebody else changed this meanwhile",
            "The version in If-Match is not the one that is stored.",
            "Read again, look at what changed, and repeat your change."),
    PRECONDITION_REQUIRED(
            428,
            "The version that you changed is missing",
            "Changes need If-Match with the ETag of what was read, so that nobody's change is overwritten unseen.",
            "Read first, then send the ETag as If-Match."),
    IDEMPOTENCY_KEY_REUSED(
            422,
            "The Idempotency-Key was used for something else",
            "The same key came before with another request.",
            "Use a new key for a new request, and the same key only for repeating the same request."),
    HEADQUARTERS_REFUSED(
            422,
            "Headquarters said no",
            "Headquarters was reached and refused; its reason is in the detail.",
            "Mend what headquarters names and try again."),
    HEADQUARTERS_UNREACHABLE(
            503,
            "Headquarters cannot be reached",
            "This cannot be done without headquarters, and headquarters did not answer.",
            "Try again in a moment."),
    OFFLINE_CREATION_DISABLED(
            409,
            "Customers made offline are not accepted",
            "The shared customer data tables of this channel are filtered, so tills may not create customers offline.",
            "Create the customer while the till is online."),
    MULTIPLE_PRIMARY_ADDRESSES(
            422,
            "Only one address can be the primary one",
            "More than one address is marked as primary.",
            "Mark one address as primary."),
    MULTIPLE_PRIMARY_CONTACTS(
            422,
            "Only one email and one phone can be the primary one",
            "More than one contact of a type is marked as primary.",
            "Mark one contact of each type as primary."),
    EMPTY_ADDRESS(
            422,
            "The address is empty",
            "An address needs at least a street, a city, a postal code, a country, an email, a phone or the like.",
            "Fill in the address or leave it out."),
    DUPLICATE_EXTERNAL_IDENTITY(
            409,
            "This sign-in belongs to another customer",
            "Another customer of this channel has the same external identity.",
            "Sign the customer in rather than making a new one."),
    ASYNC_CUSTOMER_ID_IN_USE(
            409,
            "This async customer id belongs to another customer",
            "A customer with other content has this id already.",
            "Make a new id for a new customer."),
    REQUEST_IN_PROGRESS(
            409,
            "The same request is still being worked on",
            "A request with this Idempotency-Key has not been answered yet.",
            "Try again in a few seconds."),
    MULTIPLE_CUSTOMERS_WITH_EMAIL(
            409,
            "More than one customer has this email",
            "The sign-in cannot be linked, because it is not clear to whom.",
            "Ask the shop to merge the customers."),
    UNAUTHORIZED(
            401,
            "Please sign in",
            "The access token is missing, unknown, revoked or expired.",
            "Send a token that headquarters made for this till or storefront: Authorization: Bearer <token>."),
    FORBIDDEN(
            403,
            "This is not allowed for this till or storefront",
            "The access token is known, but its role or channel may not do this.",
            "Use a token with the right role."),
    RATE_LIMITED(
            429,
            "Too many requests",
            "This till or storefront sends more than it may.",
            "Wait as long as Retry-After says."),
    PAYLOAD_TOO_LARGE(
            413,
            "The request is too large",
            "A request may have at most 256 KiB, an offline upload 4 MiB.",
            "Send less at a time."),
    NOT_FOUND(404, "There is nothing here", "No resource has this address.", "Compare the address with /docs."),
    METHOD_NOT_ALLOWED(
            405,
            "This cannot be done here",
            "The resource does not know this HTTP method.",
            "The header Allow names the methods that it knows."),
    NOT_ACCEPTABLE(
            406,
            "No answer in the format that was asked for",
            "This service answers in JSON.",
            "Accept application/json."),
    UNSUPPORTED_MEDIA_TYPE(
            415,
            "The format of the request is not known",
            "This service reads JSON.",
            "Send Content-Type: application/json."),
    SERVICE_UNAVAILABLE(
            503,
            "The store system is busy or restarting",
            "The channel cannot reach its database.",
            "Try again as soon as Retry-After says; nothing was lost."),
    INTERNAL_ERROR(
            500,
            "Something went wrong in the store system",
            "This is our fault and was logged.",
            "Try again; if it stays, tell support the traceId.");

    private final int status;
    private final String title;
    private final String meaning;
    private final String remedy;

    ProblemType(int status, String title, String meaning, String remedy) {
        this.status = status;
        this.title = title;
        this.meaning = meaning;
        this.remedy = remedy;
    }

    /** The problem of this type with these words for a shop assistant. */
    public Problem because(String detail) {
        return new Problem(this, detail);
    }

    public int status() {
        return status;
    }

    public String path() {
        return "/problems/" + slug();
    }

    /** The name as it stands in {@code type} and in capabilities. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String title() {
        return title;
    }

    String meaning() {
        return meaning;
    }

    String remedy() {
        return remedy;
    }

    static Optional<ProblemType> named(String slug) {
        return Stream.of(values()).filter(type -> type.slug().equals(slug)).findFirst();
    }

    static ProblemType ofStatus(int status) {
        return switch (status) {
            case 400 -> MALFORMED_REQUEST;
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
