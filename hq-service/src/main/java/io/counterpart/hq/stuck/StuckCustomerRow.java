package io.counterpart.hq.stuck;

import org.jspecify.annotations.Nullable;

import io.counterpart.hq.page.PageMessage;
import io.counterpart.hq.stuck.StuckCustomerService.Named;

/**
 * A row of the page.
 *
 * @param button null if HQ cannot act
 */
record StuckCustomerRow(
        StuckCustomer customer,
        @Nullable String name,
        String stage,
        String tag,
        String actor,
        @Nullable PageMessage button) {

    static StuckCustomerRow of(Named named) {
        StuckCustomer customer = named.customer();
        return new StuckCustomerRow(
                customer, named.name(), stage(customer), tag(customer), actor(customer), button(customer));
    }

    private static String stage(StuckCustomer customer) {
        return switch (customer.stage()) {
            case NOT_UPLOADED -> "stuck.stage.notUploaded";
            case UPLOADED_NOT_STAGED -> "stuck.stage.uploadedNotStaged";
            case STAGED -> "stuck.stage.staged";
            case WAITING -> "stuck.stage.blocked";
            case FAILED -> "stuck.stage.failed";
            case CONVERTED_NOT_RETURNED -> "stuck.stage.convertedNotReturned";
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
            case NOBODY -> "stuck.actor.nobody";
            case OPERATOR -> "stuck.actor.operator";
            case STORE_NETWORK_ADMINISTRATOR -> "stuck.actor.storeNetworkAdministrator";
        };
    }

    private static @Nullable PageMessage button(StuckCustomer customer) {
        return switch (customer.remedy()) {
            case RETRY_OPERATION -> PageMessage.of("stuck.button.retryOperation");
            case RUN_JOB -> PageMessage.of("stuck.button.runJob", shortJob(customer));
            case RELEASE_JOB -> PageMessage.of("stuck.button.releaseJob", shortJob(customer));
            case UPLOAD_AGAIN -> PageMessage.of("stuck.button.uploadAgain");
            case PUBLISH_AGAIN -> PageMessage.of("stuck.button.publishAgain");
            case RESTORE_CONNECTION -> null;
        };
    }

    private static String shortJob(StuckCustomer customer) {
        String job = String.valueOf(customer.job());
        return job.startsWith("synchronize") ? "Synchronize" : job;
    }
}
