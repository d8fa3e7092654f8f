package io.counterpart.hq.channel;

import java.util.List;
import java.util.stream.Stream;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

import io.counterpart.contract.configuration.FunctionalityProfile;
import io.counterpart.contract.configuration.MandatoryField;
import io.counterpart.contract.configuration.OrderMode;
import io.counterpart.contract.configuration.TillSection;
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

    // Those that are hidden, so that a section of a later release is shown until somebody hides it.
    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(name = "hidden_till_sections", columnDefinition = "text[]")
    private List<String> hiddenTillSections;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(name = "mandatory_fields", columnDefinition = "text[]")
    private List<String> mandatoryFields;

    @Version
    private @Nullable Long version;

    Profile(FunctionalityProfile wanted) {
        this.id = wanted.id();
        this.name = wanted.name();
        this.hiddenTillSections = List.of();
        this.mandatoryFields = List.of();
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
        hiddenTillSections = Stream.of(TillSection.values())
                .filter(section -> !wanted.shownTillSections().contains(section))
                .map(TillSection::name)
                .toList();
        mandatoryFields =
                wanted.requiredFields().stream().map(MandatoryField::name).toList();
        return this;
    }

    @Override
    public FunctionalityProfile view() {
        return FunctionalityProfile.of(
                id,
                name,
                createCustomersInAsyncMode,
                ordersOf(),
                primaryAddressRequired,
                TillSection.allBut(hiddenTillSections),
                MandatoryField.named(mandatoryFields));
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
