package io.counterpart.hq.problem;

import java.util.Locale;

import io.counterpart.support.problem.ProblemType;

/** The problem types of HQ in addition to the standard ones. */
public enum HqProblem implements ProblemType {
    CUSTOMER_NOT_FOUND(
            404,
            "Customer not found",
            "No customer has this account number or async customer ID.",
            "Search for the customer by name, email or phone."),
    CUSTOMER_PENDING_SYNC(
            409,
            "Customer pending sync",
            "Headquarters has not converted this customer yet, and this request needs an account number.",
            "Try again in a few seconds, or retry the operation of the customer."),
    CUSTOMER_BLOCKED(
            409,
            "Customer blocked",
            "The customer is blocked at headquarters and cannot get orders or loyalty cards.",
            "Unblock the customer first."),
    CUSTOMER_ERASED(
            410,
            "Customer erased",
            "The personal data of this customer were erased. Only the IDs and the account number remain.",
            "Stop using the ID and delete what you have of this customer. Create a new customer if the person returns."),
    CUSTOMERS_NOT_MERGEABLE(
            409,
            "Customers cannot be merged",
            "The two customers cannot be merged, or the merge cannot be undone; the detail states the reason.",
            "Remove the reason, or keep the customers as they are."),
    CUSTOMER_MERGE_NOT_FOUND("Merge", "ID"),
    OPERATION_NOT_FOUND("Operation", "ID"),
    OPERATION_DONE(
            409,
            "Operation already applied",
            "An operation that succeeded cannot be edited, retried or skipped.",
            "Edit the customer instead."),
    OPERATION_TOO_EARLY(
            409,
            "Earlier operation missing",
            "An earlier operation of this customer has not reached headquarters yet.",
            "Send the earlier operation first."),
    NOT_A_CREATION(
            409,
            "Only a customer creation can be linked",
            "The operation edits a customer; only an operation that creates one can be linked to another customer.",
            "Retry or skip the operation."),
    CREATION_CANNOT_BE_IGNORED(
            409,
            "Customer creation cannot be skipped",
            "A channel already sells to this customer.",
            "Correct the operation, or link it to an existing customer."),
    NUMBER_SEQUENCE_NOT_FOUND("Number sequence", "name"),
    NUMBER_SEQUENCE_EXHAUSTED(
            409,
            "Number sequence exhausted",
            "The number sequence has reached its end.",
            "Extend the number sequence, then repeat the request."),
    RESEND_RUNNING(
            409,
            "Full resync in progress",
            "A full resync of this channel database has not finished yet.",
            "Wait until the full resync has finished."),
    CHANNEL_DATABASE_NOT_FOUND("Channel database", "name"),
    CHANNEL_DATABASE_GROUP_NOT_FOUND("Channel database group", "name"),
    CHANNEL_NOT_FOUND("Channel", "ID"),
    FUNCTIONALITY_PROFILE_NOT_FOUND("Functionality profile", "ID"),
    CUSTOMER_GROUP_NOT_FOUND("Customer group", "name"),
    AFFILIATION_NOT_FOUND("Affiliation", "name"),
    ATTRIBUTE_DEFINITION_NOT_FOUND("Attribute definition", "name"),
    DEVICE_NOT_FOUND(
            404,
            "Device not found",
            "No device token has this ID; it may have been revoked.",
            "List the devices to find the ID."),
    CLERK_NOT_FOUND("Clerk", "ID"),
    ALERT_DESTINATION_NOT_FOUND("Alert destination", "ID"),
    FEATURE_NOT_FOUND("Feature", "name"),
    FEATURE_NEEDED(
            409,
            "Feature required by other features",
            "Enabled features depend on this one; the member dependents names them.",
            "Disable the dependent features first."),
    FEATURE_PREREQUISITES_MISSING(
            409,
            "Prerequisite features disabled",
            "The feature depends on others that are disabled; the member missing names them.",
            "Enable the missing features first."),
    FEATURE_MANDATORY(
            409, "Feature mandatory", "A mandatory feature cannot be disabled.", "Leave the feature enabled."),
    BATCH_JOB_NOT_FOUND("Batch job", "name"),
    BULK_REPAIR_NOT_FOUND(
            404,
            "Bulk repair not found",
            "No bulk repair has this ID.",
            "Start the bulk repair again from the list of operations."),
    DEAD_LETTER_NOT_FOUND("Dead letter", "ID"),
    DEAD_LETTER_NOT_RETRYABLE(
            409,
            "Dead letter cannot be requeued",
            "Only records that channels send to HQ can be requeued. HQ publishes all other records itself.",
            "Discard the dead letter. If a channel database misses data, run a full resync on Sessions, Downloads."),
    DEAD_LETTER_IN_PROGRESS(
            409, "Dead letter in progress", "A retry is requeuing this dead letter.", "Check again in a few seconds."),
    ADDRESS_NOT_FOUND(
            404,
            "Address not found",
            "The customer has no address with this ID.",
            "Open the customer to see the addresses."),
    CONTACT_NOT_FOUND(
            404,
            "Contact not found",
            "The customer has no contact with this ID.",
            "Open the customer to see the contacts."),
    HEADQUARTERS_REFUSED(
            422,
            "Rejected by headquarters",
            "Headquarters rejected the request; the detail states the reason.",
            "Correct the request as described and try again."),
    POSSIBLE_DUPLICATE_NOT_FOUND(
            404,
            "Possible duplicate not found",
            "No possible duplicate has this ID, or one of its customers does not exist any more.",
            "List the possible duplicates to find the ID."),
    CUSTOMER_IMPORT_NOT_FOUND(
            404,
            "Customer import not found",
            "No customer import has this ID, or it was deleted after its period of retention.",
            "List the customer imports to find the ID."),
    CUSTOMER_IMPORT_FILE_UNREADABLE(
            422,
            "File unreadable",
            "The file is neither CSV with a header nor JSON Lines in UTF-8.",
            "Correct the file as described and upload it again."),
    CUSTOMER_IMPORT_STATE(
            409,
            "Customer import in another state",
            "The customer import cannot do this in its present state.",
            "Read the customer import to see its state."),
    CUSTOMER_NOT_STUCK(
            404,
            "Customer not stuck",
            "The customer is not pending, or has not been pending for long enough.",
            "Wait for the grace period, or check the customer."),
    CHANNEL_NOT_RESPONDING(
            409,
            "Channel not responding",
            "The channel database has sent no heartbeat recently.",
            "Restore its connection first."),
    RECOVERY_NOT_FOUND(
            404, "Recovery not found", "No recovery after a restore of the database is running.", "No action needed."),
    RECOVERY_RUNNING(
            503,
            "Headquarters recovering",
            "Headquarters is recovering after a restore of its database and assigns no account numbers until it has finished.",
            "Repeat the request after the time given in Retry-After."),
    TRY_AGAIN(
            503,
            "Temporarily unavailable",
            "Headquarters cannot complete the request at the moment.",
            "Repeat the same request after the time given in Retry-After.");

    private final int status;
    private final String title;
    private final String meaning;
    private final String remedy;

    /** A resource that is looked up by a key of its list. */
    HqProblem(String resource, String key) {
        this(
                404,
                resource + " not found",
                "No %s has this %s.".formatted(resource.toLowerCase(Locale.ROOT), key),
                "List the %ss to find the %s.".formatted(resource.toLowerCase(Locale.ROOT), key));
    }

    HqProblem(int status, String title, String meaning, String remedy) {
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
