package io.counterpart.stack;

import java.util.List;

import io.counterpart.stack.kafka.BrokerDoor;

/**
 * Which processes there are.
 *
 * @param channelDatabases that get a channel service: {@code harbor}, {@code online}
 * @param twice services that get a second process: {@code hq}, {@code harbor}
 * @param brokerDoors further listeners of the broker
 */
record Layout(List<String> channelDatabases, List<String> twice, List<BrokerDoor> brokerDoors) {

    static final Layout USUAL = new Layout(List.of("harbor", "online"), List.of(), List.of());

    Layout withChannelDatabases(List<String> these) {
        return new Layout(these, twice, brokerDoors);
    }

    Layout withTwice(List<String> these) {
        return new Layout(channelDatabases, these, brokerDoors);
    }

    Layout withBrokerDoors(List<BrokerDoor> these) {
        return new Layout(channelDatabases, twice, these);
    }

    List<String> seconds() {
        return twice.stream().map(service -> service + "-2").toList();
    }

    /** The processes of one service. */
    List<String> instances(String service) {
        return twice.contains(service) ? List.of(service, service + "-2") : List.of(service);
    }
}
