package io.counterpart.contract.configuration;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The functionality profile of a channel.
 *
 * @param createCustomersInAsyncMode true: no call to HQ when a customer is created
 * @param createOrdersInAsyncMode true: the P-job uploads customer orders
 * @param orderMode how orders are created. Null: as {@code createOrdersInAsyncMode} says, or an HQ of an earlier release
 * @param primaryAddressRequired true: a new customer needs a primary address. Null: it does not, or an HQ of an earlier
 *     release
 * @param tillSections the sections of a customer that the till shows. Null: all, or an HQ of an earlier release
 * @param mandatoryFields what a new customer needs beside a name. Null: nothing, or an HQ of an earlier release
 */
public record FunctionalityProfile(
        String id,
        String name,
        boolean createCustomersInAsyncMode,
        boolean createOrdersInAsyncMode,
        @Nullable OrderMode orderMode,
        @Nullable Boolean primaryAddressRequired,
        @Nullable List<TillSection> tillSections,
        @Nullable List<MandatoryField> mandatoryFields) {

    /** A profile whose orders are created in this mode. */
    public static FunctionalityProfile of(
            String id,
            String name,
            boolean customersInAsyncMode,
            OrderMode orders,
            boolean primaryAddressRequired,
            List<TillSection> tillSections,
            List<MandatoryField> mandatoryFields) {
        return new FunctionalityProfile(
                id,
                name,
                customersInAsyncMode,
                orders != OrderMode.SYNC,
                orders,
                primaryAddressRequired,
                tillSections,
                mandatoryFields);
    }

    /** How orders are created, whichever release of HQ sent this profile. */
    public OrderMode modeOfOrders() {
        if (orderMode != null) {
            return orderMode;
        }
        return createOrdersInAsyncMode ? OrderMode.ASYNC : OrderMode.SYNC;
    }

    public boolean requiresPrimaryAddress() {
        return Boolean.TRUE.equals(primaryAddressRequired);
    }

    /** What the till shows, whichever release of HQ sent this profile. */
    public List<TillSection> shownTillSections() {
        return tillSections == null ? TillSection.all() : tillSections;
    }

    public List<MandatoryField> requiredFields() {
        return mandatoryFields == null ? List.of() : mandatoryFields;
    }
}
