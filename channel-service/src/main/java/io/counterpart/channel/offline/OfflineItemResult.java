package io.counterpart.channel.offline;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import io.counterpart.channel.customer.CustomerView;
import io.counterpart.contract.edit.OverriddenField;
import io.counterpart.support.problem.Problem;
import io.counterpart.support.problem.ProblemView;

/**
 * The result of an item.
 *
 * @param asyncCustomerId as it was sent, so that the till can match the customer
 * @param operationId as it was sent, so that the till can match the operation
 * @param status the status of a request with this item alone: 201 created or added, 200 changed or done already
 * @param customer its profile and state; null: refused, or the customer no longer exists
 * @param overridden of a merged item, the fields that another user had changed too
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OfflineItemResult(
        @Nullable String asyncCustomerId,
        @Nullable String operationId,
        OfflineOutcome outcome,
        int status,
        @Nullable CustomerView customer,
        @Nullable List<OverriddenField> overridden,
        @Nullable ProblemView problem) {

    static OfflineItemResult created(OfflineItem item, CustomerView customer) {
        return done(item, 201, customer, List.of());
    }

    static OfflineItemResult known(OfflineItem item, @Nullable CustomerView customer) {
        return done(item, 200, customer, List.of());
    }

    static OfflineItemResult done(
            OfflineItem item, int status, @Nullable CustomerView customer, List<OverriddenField> overridden) {
        boolean merged = !overridden.isEmpty();
        return new OfflineItemResult(
                item.customer().toString(),
                item.operation() == null ? null : item.operation().toString(),
                merged ? OfflineOutcome.MERGED : OfflineOutcome.APPLIED,
                status,
                customer,
                merged ? List.copyOf(overridden) : null,
                null);
    }

    static OfflineItemResult refused(OfflineItem item, Problem problem) {
        return refused(
                item.customer().toString(),
                item.operation() == null ? null : item.operation().toString(),
                item.index(),
                problem);
    }

    /** An item that could not be read. */
    static OfflineItemResult unreadable(JsonNode sent, int index, Problem problem) {
        return refused(
                sent.path(OfflineItemReader.CUSTOMER).asString(null),
                sent.path(OfflineItemReader.OPERATION).asString(null),
                index,
                problem);
    }

    private static OfflineItemResult refused(
            @Nullable String customer, @Nullable String operation, int index, Problem problem) {
        Problem here = problem.under("/items/" + index);
        return new OfflineItemResult(
                customer,
                operation,
                OfflineOutcome.of(problem),
                here.type().status(),
                null,
                null,
                ProblemView.of(here, "/api/v1/offline-uploads"));
    }
}
