package io.counterpart.endtoend.transport;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

import io.counterpart.stack.process.PortLayout;
import io.counterpart.stack.process.StackPort;
import io.counterpart.testsupport.certificate.IssuedCertificate;

/** The environment variables of a service, as docs/transport-security.md states them. */
final class SecureSettings {

    private final PortLayout ports;
    private final Path authority;

    /** @param authority the certificate that signed those of all servers */
    SecureSettings(PortLayout ports, Path authority) {
        this.ports = ports;
        this.authority = authority;
    }

    Map<String, String> hq(IssuedCertificate https) {
        Map<String, String> environment = common("hq", "hq", "hq", "hq", https);
        environment.put("HQ_TOPICS_REPLICAS", "1");
        return environment;
    }

    Map<String, String> harbor(IssuedCertificate https) {
        Map<String, String> environment = common("harbor", "channel_harbor", "channel", "channel-harbor", https);
        environment.put("COUNTERPART_CHANNEL_DATABASE", "harbor");
        environment.put("COUNTERPART_HQ_URL", "https://localhost:" + ports.of(StackPort.HQ));
        environment.put("COUNTERPART_HQ_TOKEN", "local-rts-harbor");
        environment.put("COUNTERPART_REAL_TIME_SSL_BUNDLE", "hq");
        // A cold handshake on a busy machine takes longer than at a till.
        environment.put("COUNTERPART_REAL_TIME_CONNECT_TIMEOUT", "5s");
        environment.put("COUNTERPART_REAL_TIME_TIMEOUT", "10s");
        environment.put("SPRING_SSL_BUNDLE_PEM_HQ_TRUSTSTORE_CERTIFICATE", "file:" + authority);
        return environment;
    }

    /** The URL of a database whose server has to prove that it is the host of the URL. */
    static String databaseUrl(String host, int port, String database, Path authority) {
        return "jdbc:postgresql://%s:%d/%s?sslmode=verify-full&sslrootcert=%s"
                .formatted(host, port, database, authority);
    }

    /** What a Kafka client needs to sign in. */
    static String jaas(String user, String password) {
        return "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\" password=\"%s\";"
                .formatted(user, password);
    }

    private Map<String, String> common(
            String process, String database, String roles, String kafkaUser, IssuedCertificate https) {
        var environment = new LinkedHashMap<String, String>();
        environment.put("SPRING_PROFILES_ACTIVE", "local");
        environment.put(
                "SPRING_DATASOURCE_URL", databaseUrl("localhost", ports.of(StackPort.POSTGRES), database, authority));
        environment.put("SPRING_DATASOURCE_USERNAME", roles + "_app");
        environment.put("SPRING_DATASOURCE_PASSWORD", SecureStack.PASSWORD);
        environment.put("SPRING_FLYWAY_USER", roles + "_owner");
        environment.put("SPRING_FLYWAY_PASSWORD", SecureStack.PASSWORD);
        environment.put("SPRING_KAFKA_BOOTSTRAP_SERVERS", "localhost:" + ports.of(StackPort.KAFKA));
        environment.put("SPRING_KAFKA_SECURITY_PROTOCOL", "SASL_SSL");
        environment.put("SPRING_KAFKA_PROPERTIES_SASL_MECHANISM", "SCRAM-SHA-512");
        environment.put("SPRING_KAFKA_PROPERTIES_SASL_JAAS_CONFIG", jaas(kafkaUser, SecureStack.PASSWORD));
        environment.put("SPRING_KAFKA_SSL_TRUST_STORE_TYPE", "PEM");
        environment.put("SPRING_KAFKA_SSL_TRUST_STORE_LOCATION", "file:" + authority);
        environment.put("SERVER_SSL_BUNDLE", "web");
        environment.put("SPRING_SSL_BUNDLE_PEM_WEB_KEYSTORE_CERTIFICATE", "file:" + https.certificate());
        environment.put("SPRING_SSL_BUNDLE_PEM_WEB_KEYSTORE_PRIVATE_KEY", "file:" + https.key());
        environment.put("SPRING_SSL_BUNDLE_PEM_WEB_RELOAD_ON_UPDATE", "true");
        environment.put("SERVER_ADDRESS", "127.0.0.1");
        environment.put("SERVER_PORT", number(StackPort.of(process)));
        environment.put("MANAGEMENT_SERVER_SSL_ENABLED", "false");
        environment.put("MANAGEMENT_SERVER_ADDRESS", "127.0.0.1");
        environment.put("MANAGEMENT_SERVER_PORT", number(StackPort.managementOf(process)));
        return environment;
    }

    private String number(StackPort port) {
        return Integer.toString(ports.of(port));
    }
}
