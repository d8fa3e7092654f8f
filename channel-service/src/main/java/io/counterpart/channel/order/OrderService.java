package io.counterpart.channel.order;

import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Service;

import io.counterpart.channel.configuration.ChannelConfigurationService;
import io.counterpart.channel.configuration.ChannelProperties;
import io.counterpart.channel.customer.Customer;
import io.counterpart.channel.customer.CustomerReader;
import io.counterpart.channel.edit.CustomerEditService;
import io.counterpart.channel.localbook.CustomerUseService;
import io.counterpart.channel.realtime.RealTimeService;
import io.counterpart.channel.security.Caller;
import io.counterpart.contract.configuration.FunctionalityProfile;
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
    private final CustomerUseService uses;

    OrderService(
            CustomerReader customers,
            ChannelConfigurationService configurations,
            ChannelProperties properties,
            RealTimeService headquarters,
            CustomerEditService edits,
            OrderRepository orders,
            CustomerUseService uses) {
        this.customers = customers;
        this.configurations = configurations;
        this.properties = properties;
        this.headquarters = headquarters;
        this.edits = edits;
        this.orders = orders;
        this.uses = uses;
    }

    /** Returns the order under this id, whether it is new or created by an earlier attempt of the same request. */
    OrderView placeOrder(UUID id, Caller caller, OrderEntry entry) {
        String customerId = entry.customer() == null ? "" : entry.customer().strip();
        boolean sync = !configurations.usesAsyncMode(caller.channel(), FunctionalityProfile::createOrdersInAsyncMode);
        Customer customer = sync ? customers.getConverted(customerId) : customers.getUnblocked(customerId);
        CustomerOrder order =
                new OrderValidator().check(id, entry, customer.profile().currencyCode());
        if (sync) {
            createAtHeadquarters(order, customer.asyncCustomerId(), caller.channel());
        } else {
            savePending(order, customer.asyncCustomerId(), caller);
        }
        return orders.find(id).orElseThrow(() -> new IllegalStateException("An order was not stored"));
    }

    private void savePending(CustomerOrder order, UUID asyncCustomerId, Caller caller) {
        edits.addOperation(
                order.id(),
                asyncCustomerId.toString(),
                caller,
                customer -> Optional.of(new OperationBody.CreateOrder(order)),
                operation -> orders.insert(new PlacedOrder(
                        order,
                        asyncCustomerId,
                        caller.channel(),
                        operation.operationNumber(),
                        null,
                        operation.occurredAt())));
    }

    // Outside any transaction. A lost response leaves an order at HQ, which the next attempt of the request finds by
    // its id.
    private void createAtHeadquarters(CustomerOrder order, UUID asyncCustomerId, String channel) {
        OrderCreated made =
                headquarters.create(new CreateOrder(properties.channelDatabase(), channel, asyncCustomerId, order));
        orders.insert(new PlacedOrder(order, asyncCustomerId, channel, null, made.orderNumber(), made.createdAt()));
        uses.record(channel, asyncCustomerId, made.createdAt());
    }
}
