package io.counterpart.hq.channel;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

import io.counterpart.contract.configuration.FunctionalityProfile;
import io.counterpart.contract.configuration.OrderMode;
import io.counterpart.hq.configuration.Versioned;

/** The functionality profile of channels. */
@Entity
@Table(name = "functionality_profile")
class Profile implements Versioned {

    @Id
    private String id;

    private String name;

    @Column(name = "create_customers_in_async_mode")
    private boolean createCustomersInAsyncMode;

    @Column(name = "create_orders_in_async_mode")
    private boolean createOrdersInAsyncMode;

    // Only of orders in async mode, so that an instance of the previous release can change that mode.
    @Column(name = "send_orders_at_once")
    private boolean sendOrdersAtOnce;

    @Column(name = "primary_address_required")
    private boolean primaryAddressRequired;

    @Version
    private @Nullable Long version;

    Profile(FunctionalityProfile wanted) {
        this.id = wanted.id();
        this.name = wanted.name();
        change(wanted);
    }

    @NullUnmarked
    protected Profile() {}

    Profile change(FunctionalityProfile wanted) {
        name = wanted.name();
        createCustomersInAsyncMode = wanted.createCustomersInAsyncMode();
        createOrdersInAsyncMode = wanted.modeOfOrders() != OrderMode.SYNC;
        sendOrdersAtOnce = wanted.modeOfOrders() == OrderMode.ASYNC_AT_ONCE;
        primaryAddressRequired = wanted.requiresPrimaryAddress();
        return this;
    }

    @Override
    public FunctionalityProfile view() {
        return FunctionalityProfile.of(id, name, createCustomersInAsyncMode, ordersOf(), primaryAddressRequired);
    }

    private OrderMode ordersOf() {
        if (!createOrdersInAsyncMode) {
            return OrderMode.SYNC;
        }
        return sendOrdersAtOnce ? OrderMode.ASYNC_AT_ONCE : OrderMode.ASYNC;
    }

    @Override
    public String subject() {
        return "Functionality profile " + id;
    }

    @Override
    public @Nullable Long version() {
        return version;
    }
}
