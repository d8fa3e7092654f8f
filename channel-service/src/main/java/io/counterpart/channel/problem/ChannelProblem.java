package io.counterpart.channel.problem;

import io.counterpart.support.problem.ProblemType;

/** The problem types of the channel service in addition to the standard ones. */
public enum ChannelProblem implements ProblemType {
    CUSTOMER_NOT_FOUND(
            404,
            "Customer not found",
            "No customer of this channel has this account number or async customer ID.",
            "Search for the customer by name, email or phone."),
    CUSTOMER_ERASED(
            410,
            "Customer erased",
            "Headquarters erased the personal data of this customer. Only the IDs and the account number remain.",
            "Stop using the ID and delete what you have of this customer. Create a new customer, with a new ID, if the "
                    + "person returns."),
    CUSTOMER_PENDING_SYNC(
            409,
            "Customer pending sync",
            "Headquarters has not assigned an account number to this customer yet, and this request " + "needs one.",
            "Try again in a few seconds. The account number is assigned automatically."),
    CUSTOMER_BLOCKED(409, "Customer blocked", "The customer is blocked at headquarters.", "Contact headquarters."),
    EDIT_NOT_AVAILABLE_WHILE_PENDING(
            409,
            "Pending customer cannot be edited",
            "Editing in async mode is disabled.",
            "Wait for the account number, or enable the feature async-customer-editing at " + "headquarters."),
    ADDRESS_NOT_AVAILABLE_WHILE_PENDING(
            409,
            "Addresses of a pending customer cannot be added",
            "Adding addresses in async mode is disabled.",
            "Wait for the account number, or enable the feature async-customer-addresses at " + "headquarters."),
    FEATURE_DISABLED(
            409,
            "Feature disabled",
            "The request needs a feature that is not enabled in this channel.",
            "Enable the feature at headquarters. GET /api/v1/configuration lists the enabled " + "features."),
    IDEMPOTENCY_KEY_REUSED(
            422,
            "Idempotency-Key reused",
            "The Idempotency-Key was used for a different request.",
            "Use a new key for each request, and the same key only to repeat the same request."),
    HEADQUARTERS_REFUSED(
            422,
            "Rejected by headquarters",
            "Headquarters rejected the request; the detail states the reason.",
            "Correct the request as described and try again."),
    HEADQUARTERS_UNREACHABLE(
            503,
            "Headquarters unavailable",
            "The request needs headquarters, and headquarters did not respond.",
            "Try again in a moment."),
    OFFLINE_CREATION_DISABLED(
            409,
            "Offline customer creation is disabled",
            "Shared customer data tables are filtered for this channel, so POS terminals cannot "
                    + "create customers offline.",
            "Create the customer while the POS terminal is online."),
    MULTIPLE_PRIMARY_ADDRESSES(
            422,
            "More than one primary address",
            "More than one address is marked as primary.",
            "Mark one address as primary."),
    MULTIPLE_PRIMARY_CONTACTS(
            422,
            "More than one primary contact",
            "More than one contact of a type is marked as primary.",
            "Mark one contact of each type as primary."),
    EMPTY_ADDRESS(
            422,
            "Empty address",
            "An address needs at least one value, such as a street, city, ZIP code, country, email or " + "phone.",
            "Enter the address or omit it."),
    DUPLICATE_EXTERNAL_IDENTITY(
            409,
            "Sign-in already in use",
            "Another customer of this channel has the same external identity.",
            "Sign in as the existing customer instead of creating a new one."),
    ASYNC_CUSTOMER_ID_IN_USE(
            409,
            "Async customer ID already in use",
            "A customer with different content has this ID.",
            "Generate a new ID for each new customer."),
    OPERATION_ID_IN_USE(
            409,
            "Operation ID already in use",
            "An offline operation with different content has this ID.",
            "Generate a new ID for each operation."),
    REQUEST_IN_PROGRESS(
            409,
            "Request in progress",
            "A request with this Idempotency-Key is still being processed.",
            "Try again in a few seconds."),
    CURSOR_EXPIRED(
            410,
            "Cursor expired",
            "The changes since this cursor are not known: the database was restored, the store or the scope of its "
                    + "customers is another one, or the cursor is too old.",
            "Delete the customers that were copied, and read all again without a cursor."),
    MULTIPLE_CUSTOMERS_WITH_EMAIL(
            409,
            "Ambiguous email",
            "More than one customer has this email, so the sign-in cannot be linked.",
            "Ask the store to merge the customers."),
    CLERK_SIGN_IN_REFUSED(
            403,
            "Sign-in refused",
            "The PIN is wrong, or no such clerk works in the channel of the till. After several attempts the till has "
                    + "to wait for the time given in Retry-After.",
            "Enter the PIN again. If you have forgotten it, ask headquarters for a new one."),
    ORIGIN_NOT_ALLOWED(
            403,
            "Origin not allowed",
            "The request was sent by a web page whose origin the channel of the token does not list, or with a session "
                    + "by a page that does not belong to this service.",
            "List the origin of the page in counterpart.cors.origins of the channel service. Use a session only in "
                    + "pages of the channel service itself.");

    private final int status;
    private final String title;
    private final String meaning;
    private final String remedy;

    ChannelProblem(int status, String title, String meaning, String remedy) {
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
}
