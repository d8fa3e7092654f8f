package io.counterpart.stack.kafka;

/**
 * An additional listener of the broker.
 *
 * @param name in capitals
 * @param port that the broker listens on
 * @param advertisedPort that its clients are told to use: that of a proxy in front of the broker
 */
public record BrokerListener(String name, int port, int advertisedPort) {

    String listener() {
        return "%s://127.0.0.1:%d".formatted(name, port);
    }

    String advertised() {
        return "%s://127.0.0.1:%d".formatted(name, advertisedPort);
    }

    String protocol() {
        return name + ":PLAINTEXT";
    }
}
