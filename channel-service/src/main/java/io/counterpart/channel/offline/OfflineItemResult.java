package io.counterpart.channel.offline;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import io.counterpart.channel.customer.CustomerView;
import io.counterpart.support.problem.Problem;
import io.counterpart.support.problem.ProblemView;

/**
 * The result of an item.
 *
 * @param asyncCustomerId as it was sent, so that the till can match the customer
 * @param status the status of a request with this item alone: 201 created, 200 it existed already
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OfflineItemResult(
        @Nullable String asyncCustomerId,
        int status,
        @Nullable CustomerView customer,
        @Nullable ProblemView problem) {

    static OfflineItemResult created(OfflineItem item, CustomerView customer) {
        return new OfflineItemResult(item.id().toString(), 201, customer, null);
    }

    static OfflineItemResult known(OfflineItem item, CustomerView customer) {
        return new OfflineItemResult(item.id().toString(), 200, customer, null);
    }

    static OfflineItemResult refused(@Nullable String id, int index, Problem problem) {
        Problem here = problem.under("/items/" + index);
        return new OfflineItemResult(id, here.type().status(), null, ProblemView.of(here, "/api/v1/offline-uploads"));
    }
}
