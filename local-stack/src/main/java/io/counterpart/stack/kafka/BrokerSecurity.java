package io.counterpart.stack.kafka;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A broker that its clients have to sign in to.
 *
 * @param settings of the broker that replace or extend the usual ones
 * @param passwords of the SCRAM-SHA-512 users that exist from the first start, by name
 * @param client settings with which the readiness check signs in
 */
public record BrokerSecurity(Map<String, String> settings, Map<String, String> passwords, Map<String, Object> client) {

    static final BrokerSecurity NONE = new BrokerSecurity(Map.of(), Map.of(), Map.of());

    public BrokerSecurity {
        settings = Map.copyOf(settings);
        passwords = Map.copyOf(passwords);
        client = Map.copyOf(client);
    }

    /** The options of the storage tool that create the users. */
    List<String> users() {
        return passwords.entrySet().stream()
                .flatMap(user -> Stream.of(
                        "--add-scram", "SCRAM-SHA-512=[name=%s,password=%s]".formatted(user.getKey(), user.getValue())))
                .toList();
    }
}
