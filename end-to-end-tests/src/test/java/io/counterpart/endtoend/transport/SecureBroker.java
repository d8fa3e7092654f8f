package io.counterpart.endtoend.transport;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import io.counterpart.stack.kafka.BrokerSecurity;
import io.counterpart.testsupport.certificate.IssuedCertificate;

/** A broker whose only listener for clients has TLS and SCRAM, and which permits nothing without a rule. */
final class SecureBroker {

    static final String ADMIN = "admin";

    private SecureBroker() {}

    static BrokerSecurity of(int port, int controllerPort, IssuedCertificate own, Path authority) {
        var settings = new HashMap<String, String>();
        settings.put("listeners", "SASL_SSL://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d".formatted(port, controllerPort));
        settings.put("advertised.listeners", "SASL_SSL://localhost:" + port);
        settings.put("listener.security.protocol.map", "SASL_SSL:SASL_SSL,CONTROLLER:PLAINTEXT");
        settings.put("inter.broker.listener.name", "SASL_SSL");
        settings.put("sasl.enabled.mechanisms", "SCRAM-SHA-512");
        settings.put("sasl.mechanism.inter.broker.protocol", "SCRAM-SHA-512");
        settings.put(
                "listener.name.sasl_ssl.scram-sha-512.sasl.jaas.config",
                SecureSettings.jaas(ADMIN, SecureStack.PASSWORD));
        settings.put("ssl.keystore.type", "PEM");
        settings.put("ssl.keystore.location", own.both().toString());
        settings.put("ssl.truststore.type", "PEM");
        settings.put("ssl.truststore.location", authority.toString());
        settings.put("authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
        // Anonymous is only who connects to the controller: the broker itself.
        settings.put("super.users", "User:admin;User:ANONYMOUS");
        Map<String, String> passwords =
                Map.of(ADMIN, SecureStack.PASSWORD, "hq", SecureStack.PASSWORD, "channel-harbor", SecureStack.PASSWORD);
        return new BrokerSecurity(settings, passwords, client(ADMIN, SecureStack.PASSWORD, authority));
    }

    /** The settings of a client without its bootstrap servers. */
    static Map<String, Object> client(String user, String password, Path authority) {
        return Map.of(
                "security.protocol", "SASL_SSL",
                "sasl.mechanism", "SCRAM-SHA-512",
                "sasl.jaas.config", SecureSettings.jaas(user, password),
                "ssl.truststore.type", "PEM",
                "ssl.truststore.location", authority.toString());
    }
}
