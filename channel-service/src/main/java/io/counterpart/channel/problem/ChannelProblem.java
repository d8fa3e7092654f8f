package io.counterpart.channel.problem;

import io.counterpart.support.problem.ProblemType;

/** The problem types of the channel service beside the standard ones. */
public enum ChannelProblem implements ProblemType {
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
            "Ask the store to merge the customers.");

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
