package io.counterpart.hq.problem;

import io.counterpart.support.problem.Problem;
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
    OPERATION_NOT_FOUND(
            404,
            "Operation not found",
            "No synchronization operation has this ID.",
            "List the operations to find the ID."),
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
    NUMBER_SEQUENCE_NOT_FOUND(
            404,
            "Number sequence not found",
            "No number sequence has this name.",
            "List the number sequences to find the name."),
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
    CHANNEL_DATABASE_NOT_FOUND(
            404,
            "Channel database not found",
            "No channel database has this name.",
            "List the channel databases to find the name."),
    CHANNEL_DATABASE_GROUP_NOT_FOUND(
            404,
            "Channel database group not found",
            "No channel database group has this name.",
            "List the channel database groups to find the name."),
    CHANNEL_NOT_FOUND(404, "Channel not found", "No channel has this ID.", "List the channels to find the ID."),
    FUNCTIONALITY_PROFILE_NOT_FOUND(
            404,
            "Functionality profile not found",
            "No functionality profile has this ID.",
            "List the functionality profiles to find the ID."),
    CUSTOMER_GROUP_NOT_FOUND(
            404,
            "Customer group not found",
            "No customer group has this name.",
            "List the customer groups to find the name."),
    AFFILIATION_NOT_FOUND(
            404, "Affiliation not found", "No affiliation has this name.", "List the affiliations to find the name."),
    ATTRIBUTE_DEFINITION_NOT_FOUND(
            404,
            "Attribute definition not found",
            "No attribute definition has this name.",
            "List the attribute definitions to find the name."),
    DEVICE_NOT_FOUND(
            404,
            "Device not found",
            "No device token has this ID; it may have been revoked.",
            "List the devices to find the ID."),
    ALERT_DESTINATION_NOT_FOUND(
            404, "Alert destination not found", "No alert destination has this ID.", "List the alert destinations."),
    FEATURE_NOT_FOUND(404, "Feature not found", "No feature has this name.", "List the features to find the name."),
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
    BATCH_JOB_NOT_FOUND(
            404, "Batch job not found", "No batch job has this name.", "List the batch jobs to find the name."),
    BULK_REPAIR_NOT_FOUND(
            404,
            "Bulk repair not found",
            "No bulk repair has this ID.",
            "Start the bulk repair again from the list of operations."),
    DEAD_LETTER_NOT_FOUND(
            404, "Dead letter not found", "No dead letter has this ID.", "List the dead letters to find the ID."),
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

    HqProblem(int status, String title, String meaning, String remedy) {
        this.status = status;
        this.title = title;
        this.meaning = meaning;
        this.remedy = remedy;
    }

    /** A problem whose detail is the meaning of its type. */
    public Problem problem() {
        return because(meaning);
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
