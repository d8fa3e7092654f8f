package io.counterpart.contract.configuration;

/**
 * How a channel works.
 *
 * @param createCustomersInAsyncMode true: no call to HQ when a customer is created
 * @param createOrdersInAsyncMode true: customer orders travel with the P-job
 */
public record FunctionalityProfile(
        String id, String name, boolean createCustomersInAsyncMode, boolean createOrdersInAsyncMode) {}
