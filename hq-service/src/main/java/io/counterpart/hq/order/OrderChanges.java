package io.counterpart.hq.order;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.contract.operation.OperationBody;
import io.counterpart.hq.master.MasterCustomer;
import io.counterpart.hq.master.OperationResult.Rejected;

/** The orders that one conversion creates, and those that it cancels. */
public final class OrderChanges {

    private final List<NewOrder> created = new ArrayList<>();
    private final Map<UUID, OrderCancellation> cancelled = new LinkedHashMap<>();

    /** Adds the order or the cancellation of an operation, if it is one; returns the reason if it is rejected. */
    public @Nullable Rejected add(CustomerOperation operation, MasterCustomer customer) {
        if (operation.body() instanceof OperationBody.CreateOrder creation) {
            return create(operation, customer, creation);
        }
        if (operation.body() instanceof OperationBody.CancelOrder cancellation) {
            cancelled.putIfAbsent(
                    cancellation.orderId(),
                    new OrderCancellation(
                            cancellation.orderId(),
                            customer.asyncCustomerId(),
                            cancellation.reason(),
                            operation.occurredAt()));
        }
        return null;
    }

    private @Nullable Rejected create(
            CustomerOperation operation, MasterCustomer customer, OperationBody.CreateOrder creation) {
        Rejected refusal = OrderValidator.refusal(customer, creation.order());
        if (refusal == null) {
            created.add(new NewOrder(
                    operation.asyncCustomerId(),
                    operation.channel(),
                    operation.channelDatabase(),
                    creation.order(),
                    operation.occurredAt()));
        }
        return refusal;
    }

    List<NewOrder> created() {
        return created;
    }

    List<OrderCancellation> cancelled() {
        return List.copyOf(cancelled.values());
    }
}
