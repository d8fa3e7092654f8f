package io.counterpart.channel.order;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import io.counterpart.channel.configuration.ChannelConfigurationService;
import io.counterpart.channel.configuration.ChannelProperties;
import io.counterpart.channel.customer.Customer;
import io.counterpart.channel.customer.CustomerReader;
import io.counterpart.channel.edit.CustomerEditService;
import io.counterpart.channel.localbook.CustomerUseService;
import io.counterpart.channel.realtime.RealTimeService;
import io.counterpart.channel.security.Caller;
import io.counterpart.contract.configuration.OrderMode;
import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.contract.operation.OperationBody;
import io.counterpart.contract.order.CustomerOrder;
import io.counterpart.contract.realtime.CreateOrder;
import io.counterpart.contract.realtime.CreateOrder.OrderCreated;

/** Places orders in the mode of the channel's functionality profile. */
@Service
class OrderService {

    private final CustomerReader customers;
    private final ChannelConfigurationService configurations;
    private final ChannelProperties properties;
    private final RealTimeService headquarters;
    private final CustomerEditService edits;
    private final OrderRepository orders;
    private final OrderSender sender;
    private final CustomerUseService uses;

    OrderService(
            CustomerReader customers,
            ChannelConfigurationService configurations,
            ChannelProperties properties,
            RealTimeService headquarters,
            CustomerEditService edits,
            OrderRepository orders,
            OrderSender sender,
            CustomerUseService uses) {
        this.customers = customers;
        this.configurations = configurations;
        this.properties = properties;
        this.headquarters = headquarters;
        this.edits = edits;
        this.orders = orders;
        this.sender = sender;
        this.uses = uses;
    }

    /** Returns the order under this id, whether it is new or created by an earlier attempt of the same request. */
    OrderView placeOrder(UUID id, Caller caller, OrderEntry entry, OrderPreference preference) {
        String customerId = entry.customer() == null ? "" : entry.customer().strip();
        OrderMode profile = configurations.orderMode(caller.channel());
        // A caller that prefers not to wait still needs an account number where the profile says so.
        Customer customer =
                profile == OrderMode.SYNC ? customers.getConverted(customerId) : customers.getUnblocked(customerId);
        OrderMode mode = profile == OrderMode.SYNC && preference.async() ? OrderMode.ASYNC_AT_ONCE : profile;
        CustomerOrder order =
                new OrderValidator().check(id, entry, customer.profile().currencyCode());
        if (mode == OrderMode.SYNC) {
            createAtHeadquarters(order, customer.asyncCustomerId(), caller.channel());
        } else {
            CustomerOperation operation = savePending(order, customer.asyncCustomerId(), caller);
            if (mode == OrderMode.ASYNC_AT_ONCE && operation != null) {
                sender.send(operation, id);
            }
        }
        return orders.find(id).orElseThrow(() -> new IllegalStateException("An order was not stored"));
    }

    private @Nullable CustomerOperation savePending(CustomerOrder order, UUID asyncCustomerId, Caller caller) {
        var stored = new AtomicReference<@Nullable CustomerOperation>();
        edits.addOperation(
                order.id(),
                asyncCustomerId.toString(),
                caller,
                customer -> Optional.of(new OperationBody.CreateOrder(order)),
                operation -> {
                    stored.set(operation);
                    orders.insert(new PlacedOrder(
                            order,
                            asyncCustomerId,
                            caller.channel(),
                            operation.operationNumber(),
                            null,
                            operation.occurredAt(),
                            null));
                });
        return stored.get();
    }

    // Outside any transaction. A lost response leaves an order at HQ, which the next attempt of the request finds by
    // its id.
    private void createAtHeadquarters(CustomerOrder order, UUID asyncCustomerId, String channel) {
        OrderCreated made =
                headquarters.create(new CreateOrder(properties.channelDatabase(), channel, asyncCustomerId, order));
        orders.insert(
                new PlacedOrder(order, asyncCustomerId, channel, null, made.orderNumber(), made.createdAt(), null));
        uses.record(channel, asyncCustomerId, made.createdAt());
    }
}
