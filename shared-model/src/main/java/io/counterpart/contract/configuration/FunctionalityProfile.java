package io.counterpart.contract.configuration;

/**
 * The functionality profile of a channel.
 *
 * @param createCustomersInAsyncMode true: no call to HQ when a customer is created
 * @param createOrdersInAsyncMode true: the P-job uploads customer orders
 */
public record FunctionalityProfile(
        String id, String name, boolean createCustomersInAsyncMode, boolean createOrdersInAsyncMode) {}
