package io.counterpart.stack;

import java.util.List;

import io.counterpart.stack.kafka.BrokerListener;

/**
 * Defines which processes run.
 *
 * @param channelDatabases that have a channel service: {@code harbor}, {@code online}
 * @param twice services that run a second process: {@code hq}, {@code harbor}
 * @param brokerListeners additional listeners of the broker
 * @param storefront whether {@code online} serves a storefront, which needs an identity provider
 */
record StackLayout(
        List<String> channelDatabases, List<String> twice, List<BrokerListener> brokerListeners, boolean storefront) {

    static final StackLayout USUAL = new StackLayout(List.of("harbor", "online"), List.of(), List.of(), false);

    StackLayout withChannelDatabases(List<String> these) {
        return new StackLayout(these, twice, brokerListeners, storefront);
    }

    StackLayout withTwice(List<String> these) {
        return new StackLayout(channelDatabases, these, brokerListeners, storefront);
    }

    StackLayout withBrokerListeners(List<BrokerListener> these) {
        return new StackLayout(channelDatabases, twice, these, storefront);
    }

    StackLayout withStorefront() {
        return new StackLayout(channelDatabases, twice, brokerListeners, true);
    }

    /** The process name of the identity provider, if there is one. */
    List<String> identityProviders() {
        return storefront ? List.of(StackPrograms.IDENTITY_PROVIDER) : List.of();
    }

    List<String> seconds() {
        return twice.stream().map(service -> service + "-2").toList();
    }

    /** The process names of one service. */
    List<String> instances(String service) {
        return twice.contains(service) ? List.of(service, service + "-2") : List.of(service);
    }
}
