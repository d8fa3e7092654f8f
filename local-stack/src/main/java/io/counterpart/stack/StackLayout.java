package io.counterpart.stack;

import java.util.List;

import io.counterpart.stack.kafka.BrokerListener;

/**
 * Which processes there are.
 *
 * @param channelDatabases that get a channel service: {@code harbor}, {@code online}
 * @param twice services that get a second process: {@code hq}, {@code harbor}
 * @param brokerDoors further listeners of the broker
 */
record StackLayout(List<String> channelDatabases, List<String> twice, List<BrokerListener> brokerDoors) {

    static final StackLayout USUAL = new StackLayout(List.of("harbor", "online"), List.of(), List.of());

    StackLayout withChannelDatabases(List<String> these) {
        return new StackLayout(these, twice, brokerDoors);
    }

    StackLayout withTwice(List<String> these) {
        return new StackLayout(channelDatabases, these, brokerDoors);
    }

    StackLayout withBrokerListeners(List<BrokerListener> these) {
        return new StackLayout(channelDatabases, twice, these);
    }

    List<String> seconds() {
        return twice.stream().map(service -> service + "-2").toList();
    }

    /** The processes of one service. */
    List<String> instances(String service) {
        return twice.contains(service) ? List.of(service, service + "-2") : List.of(service);
    }
}
