package io.counterpart.channel.offline;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import io.counterpart.channel.customer.CustomerView;
import io.counterpart.support.problem.Problem;
import io.counterpart.support.problem.ProblemView;

/**
 * What became of an item.
 *
 * @param asyncCustomerId as it was sent, so that the till knows its customer again
 * @param status what a request with this item alone would have been answered: 201 taken in, 200 it was there already
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
