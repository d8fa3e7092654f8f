package io.counterpart.hq.channel;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

import io.counterpart.contract.configuration.FunctionalityProfile;
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
        createOrdersInAsyncMode = wanted.createOrdersInAsyncMode();
        return this;
    }

    @Override
    public FunctionalityProfile view() {
        return new FunctionalityProfile(id, name, createCustomersInAsyncMode, createOrdersInAsyncMode);
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
