package io.counterpart.endtoend;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

import io.counterpart.stack.LocalStack;
import io.counterpart.stack.StackOptions;
import io.counterpart.stack.client.ChannelClient;
import io.counterpart.testsupport.RestorablePostgres;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A channel database is restored from a backup without its later changes, and assigns their operation numbers again.
 */
@Tag("long")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChannelDatabaseRestoredScenario {

    private static final Path HERE = Path.of("target", "restored-channel");
    private static final String DATABASE = "channel_harbor";

    private RestorablePostgres postgres;
    private LocalStack stack;
    private StackDatabases databases;

    @BeforeAll
    void start() {
        postgres = RestorablePostgres.start(HERE.resolve("postgres-" + System.nanoTime()), DATABASE);
        stack = LocalStack.start(StackOptions.onFreePorts(HERE.resolve("stack"))
                .withFresh(true)
                .withProperty("harbor", "spring.datasource.url", postgres.url(DATABASE))
                .withProperty("harbor", "spring.datasource.username", "postgres")
                .withProperty("harbor", "spring.flyway.user", "postgres"));
        databases = new StackDatabases(stack);
    }

    @AfterAll
    void stop() {
        if (stack != null) {
            stack.close();
        }
        postgres.close();
    }

    @Test
    void whatWasLostComesBackAndEditsMadeSinceAreAppliedAsTheNextOnes() throws Exception {
        List<UUID> customers = create(stack.harbor(), 3);
        edit(customers, "firstName", "Before");
        awaitTheSameEverywhere(customers);
        postgres.baseBackup();
        Instant moment = postgres.now();

        // Lost by the restore: customers, edits, and changes of the other channel.
        List<UUID> all = new ArrayList<>(customers);
        all.addAll(create(stack.harbor(), 5));
        edit(customers, "phone", "+1 555 0001");
        edit(customers, "middleName", "Lost");
        awaitTheSameEverywhere(all);
        all.addAll(create(stack.online(), 2));
        awaitTheSameEverywhere(all);
        long countersBefore = highestCounter();

        stack.stop("harbor");
        postgres.restoreTo(moment);
        assertThat(highestCounter()).isLessThan(countersBefore);
        // While Kafka is down, none of the lost operations can return before the next edits are made, so the edits
        // reuse their operation numbers.
        stack.stop("kafka");
        stack.start("harbor");
        edit(customers, "email", "after@example.com");
        edit(customers, "title", "Dr.");
        all.addAll(create(stack.station(), 1));
        stack.start("kafka");
        all.addAll(create(stack.online(), 1));

        awaitTheSameEverywhere(all);
        for (UUID customer : customers) {
            JsonNode shown = stack.online().get(customer.toString()).body();
            assertThat(text(shown, "firstName")).isEqualTo("Before");
            assertThat(text(shown, "phone")).isEqualTo("+1 555 0001");
            assertThat(text(shown, "middleName")).isEqualTo("Lost");
            assertThat(text(shown, "email")).isEqualTo("after@example.com");
            assertThat(text(shown, "title")).isEqualTo("Dr.");
        }
        assertThat(databases.count("hq", "select count(*) - count(distinct account_number) from customer"))
                .isZero();
        assertThat(databases.count("hq", """
                select count(*) from (
                  select from async_operation group by channel_database, async_customer_id, operation_number
                  having count(*) > 1) twice
                """)).isZero();
        assertThat(databases.query("hq", "select channel_database from channel_restore"))
                .containsExactly("harbor");
        soon().until(() -> databases.count("hq", "select count(*) from channel_restore where healed_at is null") == 0);
        all.addAll(create(stack.harbor(), 1));
        assertThat(highestCounter()).isGreaterThan(countersBefore);
        awaitTheSameEverywhere(all);
    }

    private static List<UUID> create(ChannelClient channel, int count) throws IOException {
        var ids = new ArrayList<UUID>();
        for (int i = 0; i < count; i++) {
            ids.add(UUID.fromString(channel.create(CustomerFixtures.newCustomer())
                    .expect(201)
                    .text("asyncCustomerId")
                    .orElseThrow()));
        }
        return ids;
    }

    private void edit(List<UUID> customers, String field, String value) {
        for (UUID customer : customers) {
            // The account number may arrive between the read and the write.
            soon().until(() -> {
                String tag = stack.harbor().get(customer.toString()).etag().orElseThrow();
                return stack.harbor()
                                .edit(customer.toString(), tag, Map.of(field, value))
                                .status()
                        == 200;
            });
        }
    }

    private void awaitTheSameEverywhere(List<UUID> customers) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(300))
                .ignoreExceptions()
                .untilAsserted(() -> {
                    for (UUID customer : customers) {
                        String id = customer.toString();
                        JsonNode atHq = stack.hq().customer(id).body();
                        assertThat(text(atHq, "accountNumber")).startsWith("C-");
                        assertThat(shown(stack.harbor(), id)).isEqualTo(shown(atHq));
                        assertThat(shown(stack.online(), id)).isEqualTo(shown(atHq));
                    }
                    assertThat(databases.count("hq", "select count(*) from open_operation"))
                            .isZero();
                });
    }

    private static List<String> shown(ChannelClient channel, String id) throws IOException {
        JsonNode customer = channel.get(id).expect(200).body();
        assertThat(text(customer, "syncStatus")).isEqualTo("SYNCED");
        assertThat(customer.path("pendingOperations").asInt()).isZero();
        return shown(customer);
    }

    private static List<String> shown(JsonNode customer) {
        return Stream.of("accountNumber", "title", "firstName", "middleName", "lastName", "email", "phone")
                .map(field -> text(customer, field))
                .toList();
    }

    // HQ returns a snapshot, a channel a customer.
    private static String text(JsonNode customer, String field) {
        JsonNode profile = customer.path("content").path("profile");
        JsonNode value = profile.has(field) ? profile.path(field) : customer.path(field);
        return value.asString("");
    }

    private long highestCounter() throws SQLException {
        try (var connection = DriverManager.getConnection(postgres.url(DATABASE), "postgres", "");
                var rows = connection
                        .createStatement()
                        .executeQuery("select coalesce(max(replication_counter), 0) from async_operation")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static ConditionFactory soon() {
        return Scenario.eventually().atMost(Duration.ofSeconds(100));
    }
}
