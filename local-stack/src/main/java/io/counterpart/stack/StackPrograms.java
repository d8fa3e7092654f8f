package io.counterpart.stack;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.counterpart.stack.client.DemoTokens;
import io.counterpart.stack.kafka.KafkaProgram;
import io.counterpart.stack.postgres.DatabaseRoles;
import io.counterpart.stack.postgres.PostgresProgram;
import io.counterpart.stack.process.Program;
import io.counterpart.stack.process.StackPort;

/** The programs that make up a stack, and the addresses they use for each other. */
final class StackPrograms {

    static final String IDENTITY_PROVIDER = "identity";

    // Published, like the demo tokens.
    private static final String CLIENT_SECRET = "local-storefront";

    private final StackOptions options;
    private final Path root;
    private final StackAddresses addresses;

    StackPrograms(StackOptions options, Path root) {
        this.options = options;
        this.root = root;
        this.addresses = new StackAddresses(options.ports());
    }

    Program postgres() {
        List<String> databases = Stream.concat(
                        Stream.of("hq"), options.channelDatabases().stream().map(StackPrograms::databaseOf))
                .toList();
        // The PostgreSQL binaries belong to the build: every stack of this clone uses the same ones, even a fresh one.
        Path programs = root.resolve("local-stack").resolve("target").resolve("postgresql-18");
        return new PostgresProgram(options.data().resolve("postgres"), programs, options.ports(), databases)
                .with(options.tuningOf("postgres").properties());
    }

    Program kafka() {
        return new KafkaProgram(options.data().resolve("kafka"), root.resolve("local-stack"), options.ports())
                .withListeners(options.layout().brokerListeners());
    }

    Program hq(String process) {
        Map<String, String> environment = environment(process, "hq");
        if (options.channelDatabases().contains("harbor")) {
            // The tills of the demo data.
            String address = addresses.channel("harbor").toString();
            environment.put("HQ_CHANNEL_ADDRESSES_HARBOR", address);
            environment.put("HQ_CHANNEL_ADDRESSES_STATION", address);
        }
        return service(process, "hq-service", "io.counterpart.hq.HqServiceApplication", environment);
    }

    Program channel(String process, String channelDatabase) {
        Map<String, String> environment = environment(process, databaseOf(channelDatabase));
        environment.put("COUNTERPART_CHANNEL_DATABASE", channelDatabase);
        environment.put("COUNTERPART_HQ_URL", addresses.hq().toString());
        environment.put("COUNTERPART_HQ_TOKEN", DemoTokens.realTimeService(channelDatabase));
        environment.put("COUNTERPART_DOCUMENTATION_TOKEN", DemoTokens.documentation(channelDatabase));
        if (options.layout().storefront() && channelDatabase.equals("online")) {
            environment.put(
                    "COUNTERPART_STOREFRONT_ISSUER",
                    addresses.identityProvider().toString());
            environment.put("COUNTERPART_STOREFRONT_CLIENT_ID", "storefront");
            environment.put("COUNTERPART_STOREFRONT_CLIENT_SECRET", CLIENT_SECRET);
            environment.put("COUNTERPART_STOREFRONT_TOKEN", DemoTokens.SHOP_ONLINE);
            environment.put(
                    "COUNTERPART_STOREFRONT_ADDRESS",
                    addresses.channel("online").toString());
            environment.put("COUNTERPART_STOREFRONT_PRIVACY_CONTACT", "privacy@example.com");
        }
        return service(process, "channel-service", "io.counterpart.channel.ChannelServiceApplication", environment);
    }

    Program identityProvider() {
        var environment = new LinkedHashMap<String, String>();
        environment.put("SPRING_PROFILES_ACTIVE", "local");
        environment.put("SERVER_PORT", number(StackPort.IDENTITY));
        environment.put(
                "SPRING_SECURITY_OAUTH2_AUTHORIZATIONSERVER_ISSUER",
                addresses.identityProvider().toString());
        environment.put(
                "COUNTERPART_IDENTITY_REDIRECT_URI",
                addresses.channel("online").resolve("/storefront/callback").toString());
        environment.put("COUNTERPART_IDENTITY_CLIENT_SECRET", CLIENT_SECRET);
        environment.put(
                "COUNTERPART_IDENTITY_ACCOUNTS",
                options.data().resolve("identity").resolve("accounts.json").toString());
        return new ServiceProgram(
                IDENTITY_PROVIDER,
                root.resolve("identity-provider"),
                "io.counterpart.identity.IdentityProviderApplication",
                environment,
                List.of(StackPort.IDENTITY),
                addresses.identityProvider().resolve("/.well-known/openid-configuration"),
                options.tuningOf(IDENTITY_PROVIDER),
                options.data().resolve("run").resolve(IDENTITY_PROVIDER + "-class-path.txt"));
    }

    static String databaseOf(String channelDatabase) {
        return "channel_" + channelDatabase;
    }

    private Program service(String name, String module, String mainClass, Map<String, String> environment) {
        return new ServiceProgram(
                name,
                root.resolve(module),
                mainClass,
                environment,
                List.of(StackPort.of(name), StackPort.managementOf(name)),
                addresses.management(name).resolve("/actuator/health/readiness"),
                options.tuningOf(name),
                options.data().resolve("run").resolve(name + "-class-path.txt"));
    }

    private Map<String, String> environment(String process, String database) {
        var environment = new LinkedHashMap<String, String>();
        environment.put("SPRING_PROFILES_ACTIVE", "local");
        environment.put("SPRING_DATASOURCE_URL", addresses.database(database));
        DatabaseRoles roles = DatabaseRoles.of(database);
        environment.put("SPRING_DATASOURCE_USERNAME", roles.runtime());
        environment.put("SPRING_DATASOURCE_PASSWORD", "");
        environment.put("SPRING_FLYWAY_USER", roles.owner());
        environment.put("SPRING_FLYWAY_PASSWORD", "");
        environment.put("SPRING_KAFKA_BOOTSTRAP_SERVERS", addresses.kafka());
        // The demo tokens are not secret, so the services listen on loopback only.
        environment.put("SERVER_ADDRESS", "127.0.0.1");
        environment.put("SERVER_PORT", number(StackPort.of(process)));
        environment.put("MANAGEMENT_SERVER_ADDRESS", "127.0.0.1");
        environment.put("MANAGEMENT_SERVER_PORT", number(StackPort.managementOf(process)));
        return environment;
    }

    private String number(StackPort port) {
        return Integer.toString(options.ports().of(port));
    }
}
