package io.counterpart.channel.order;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import io.counterpart.channel.configuration.ChannelConfigurationService;
import io.counterpart.channel.edit.CustomerEditService;
import io.counterpart.channel.identifier.IdentifierGenerator;
import io.counterpart.channel.order.OrderView.Status;
import io.counterpart.channel.security.Caller;
import io.counterpart.channel.validation.TextNormalizer;
import io.counterpart.contract.configuration.OrderMode;
import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.contract.operation.OperationBody;
import io.counterpart.support.problem.FieldErrors;
import io.counterpart.support.problem.StandardProblem;

/**
 * Cancels orders, before HQ has created them and afterwards: the cancellation is the next operation of the customer, so
 * HQ creates the order first.
 */
@Service
class OrderCancellationService {

    private final OrderRepository orders;
    private final CustomerEditService edits;
    private final OrderSender sender;
    private final ChannelConfigurationService configurations;
    private final IdentifierGenerator identifiers;

    OrderCancellationService(
            OrderRepository orders,
            CustomerEditService edits,
            OrderSender sender,
            ChannelConfigurationService configurations,
            IdentifierGenerator identifiers) {
        this.orders = orders;
        this.edits = edits;
        this.sender = sender;
        this.configurations = configurations;
        this.identifiers = identifiers;
    }

    /** An order that was cancelled already stays as it is. */
    OrderView cancel(UUID id, Caller caller, @Nullable String reason) {
        OrderView order = get(id, caller);
        String text = checked(reason);
        var stored = new AtomicReference<@Nullable CustomerOperation>();
        edits.addOperation(
                identifiers.next(),
                order.customer().toString(),
                caller,
                customer -> isCancelled(get(id, caller))
                        ? Optional.empty()
                        : Optional.of(new OperationBody.CancelOrder(id, text)),
                operation -> {
                    stored.set(operation);
                    orders.cancel(id, operation.operationNumber(), operation.occurredAt());
                });
        CustomerOperation cancellation = stored.get();
        if (cancellation != null && configurations.orderMode(caller.channel()) != OrderMode.ASYNC) {
            sender.send(cancellation, id);
        }
        return get(id, caller);
    }

    private OrderView get(UUID id, Caller caller) {
        return orders.findOfChannel(id, caller.channel())
                .orElseThrow(() -> StandardProblem.NOT_FOUND.because("No order of this channel has this ID."));
    }

    private static boolean isCancelled(OrderView order) {
        return order.status() == Status.CANCELLED || order.status() == Status.CANCELLATION_PENDING;
    }

    private static @Nullable String checked(@Nullable String reason) {
        var faults = new FieldErrors();
        String text = new TextNormalizer(faults).text("/reason", reason, OrderValidator.LONGEST_NOTE);
        faults.throwIfAny();
        return text;
    }
}
