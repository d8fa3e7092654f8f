package io.counterpart.hq.stuck;

import org.jspecify.annotations.Nullable;

import io.counterpart.hq.stuck.StuckCustomer.Remedy;
import io.counterpart.hq.stuck.StuckCustomerService.Named;

/**
 * A row of the page.
 *
 * @param button null: nothing that HQ can do
 */
record StuckCustomerRow(
        StuckCustomer customer,
        @Nullable String name,
        String stage,
        String tag,
        String actor,
        @Nullable String button) {

    static StuckCustomerRow of(Named named) {
        StuckCustomer customer = named.customer();
        return new StuckCustomerRow(
                customer, named.name(), stage(customer), tag(customer), actor(customer), button(customer));
    }

    private static String stage(StuckCustomer customer) {
        return switch (customer.stage()) {
            case NOT_UPLOADED -> "Not uploaded";
            case UPLOADED_NOT_STAGED -> "Uploaded, not at HQ";
            case STAGED -> "At HQ, due";
            case WAITING -> "Blocked";
            case FAILED -> "Failed";
            case CONVERTED_NOT_RETURNED -> "Converted, not returned";
        };
    }

    private static String tag(StuckCustomer customer) {
        return switch (customer.actor()) {
            case NOBODY -> "info";
            case OPERATOR, STORE_NETWORK_ADMINISTRATOR -> "bad";
        };
    }

    private static String actor(StuckCustomer customer) {
        return switch (customer.actor()) {
            case NOBODY -> "No action needed";
            case OPERATOR -> "Operator";
            case STORE_NETWORK_ADMINISTRATOR -> "Store network administrator";
        };
    }

    private static @Nullable String button(StuckCustomer customer) {
        return customer.remedy() == Remedy.RESTORE_CONNECTION
                ? null
                : switch (customer.remedy()) {
                    case RETRY_OPERATION -> "Retry operation";
                    case RUN_JOB -> "Run job " + shortJob(customer);
                    case RELEASE_JOB -> "Release job " + shortJob(customer);
                    case UPLOAD_AGAIN -> "Upload again";
                    case PUBLISH_AGAIN -> "Publish again";
                    case RESTORE_CONNECTION -> "";
                };
    }

    private static String shortJob(StuckCustomer customer) {
        String job = String.valueOf(customer.job());
        return job.startsWith("synchronize") ? "Synchronize" : job;
    }
}
