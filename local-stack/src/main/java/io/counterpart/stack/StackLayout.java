package io.counterpart.stack;

import java.util.List;

import io.counterpart.stack.kafka.BrokerListener;

/**
 * Defines which processes run.
 *
 * @param channelDatabases that have a channel service: {@code harbor}, {@code online}
 * @param twice services that run a second process: {@code hq}, {@code harbor}
 * @param brokerListeners additional listeners of the broker
 */
record StackLayout(List<String> channelDatabases, List<String> twice, List<BrokerListener> brokerListeners) {

    static final StackLayout USUAL = new StackLayout(List.of("harbor", "online"), List.of(), List.of());

    StackLayout withChannelDatabases(List<String> these) {
        return new StackLayout(these, twice, brokerListeners);
    }

    StackLayout withTwice(List<String> these) {
        return new StackLayout(channelDatabases, these, brokerListeners);
    }

    StackLayout withBrokerListeners(List<BrokerListener> these) {
        return new StackLayout(channelDatabases, twice, these);
    }

    List<String> seconds() {
        return twice.stream().map(service -> service + "-2").toList();
    }

    /** The process names of one service. */
    List<String> instances(String service) {
        return twice.contains(service) ? List.of(service, service + "-2") : List.of(service);
    }
}
