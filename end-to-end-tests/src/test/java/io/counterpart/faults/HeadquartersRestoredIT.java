package io.counterpart.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.apache.kafka.clients.admin.Admin;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

import io.counterpart.stack.LocalStack;
import io.counterpart.stack.StackOptions;
import io.counterpart.stack.client.ChannelClient;
import io.counterpart.stack.client.HttpResult;
import io.counterpart.testsupport.RestorablePostgres;

import static org.assertj.core.api.Assertions.assertThat;

/** HQ's database is restored from a base backup and WAL to a time before customers that the channels know. */
@Tag("long")
class HeadquartersRestoredIT {

    private static final Logger log = LoggerFactory.getLogger(HeadquartersRestoredIT.class);
    private static final Duration QUIET = Duration.ofMinutes(2);

    private final Map<String, String> numbers = new TreeMap<>();
    private final List<String> created = new ArrayList<>();

    @Test
    void noNumberIsGivenTwiceAndWhatTheChannelsHoldComesBack(@TempDir Path directory) throws Exception {
        restored(directory, false);
    }

    @Test
    void theSameWithAllTopicsLostAsWell(@TempDir Path directory) throws Exception {
        restored(directory, true);
    }

    private void restored(Path directory, boolean topicsLost) throws Exception {
        Files.createDirectories(directory);
        try (RestorablePostgres postgres = RestorablePostgres.start(directory.resolve("postgres"), "hq");
                LocalStack stack = LocalStack.start(options(directory, postgres))) {
            create(stack, 3);
            awaitNumbers(stack);
            postgres.baseBackup();
            create(stack, 2);
            awaitNumbers(stack);
            Instant target = postgres.now();
            create(stack, 4);
            awaitNumbers(stack);
            edit(stack.harbor(), created.get(0), "Edited");
            Map<String, String> given = Map.copyOf(numbers);

            stack.stop("hq");
            if (topicsLost) {
                deleteTopics(stack);
            }
            create(stack.harbor(), 2);
            postgres.restoreTo(target);
            stack.start("hq");
            create(stack.harbor(), 2);

            awaitFinished(stack);
            create(stack, 2);
            awaitNumbers(stack);
            awaitSameEverywhere(stack, postgres);
            assertThat(numbers).containsAllEntriesOf(given);
            assertThat(new HashSet<>(numbers.values())).hasSameSizeAs(numbers.values());
            assertThat(stack.harbor()
                            .get(created.get(0))
                            .expect(200)
                            .body()
                            .path("firstName")
                            .asString())
                    .isEqualTo("Edited");
        }
    }

    private static StackOptions options(Path directory, RestorablePostgres postgres) {
        return StackOptions.onFreePorts(directory.resolve("stack"))
                .withFresh(true)
                .withProperty("hq", "spring.datasource.url", postgres.url("hq"))
                // One role for everything, as in an installation of an earlier version.
                .withProperty("hq", "spring.datasource.username", "postgres")
                .withProperty("hq", "spring.flyway.user", "postgres");
    }

    private void create(LocalStack stack, int each) throws IOException {
        create(stack.harbor(), each);
        create(stack.online(), each);
    }

    private void create(ChannelClient channel, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            HttpResult answer = channel.create(
                            Map.of("type", "PERSON", "firstName", "Ann", "lastName", "Restored" + created.size()))
                    .expect(201, 202);
            created.add(answer.body().path("asyncCustomerId").asString());
        }
    }

    private static void edit(ChannelClient channel, String customer, String firstName) {
        Awaitility.await().atMost(QUIET).ignoreExceptions().until(() -> {
            HttpResult before = channel.get(customer).expect(200);
            channel.edit(customer, before.etag().orElse("*"), Map.of("firstName", firstName))
                    .expect(200, 202);
            return true;
        });
    }

    private void awaitNumbers(LocalStack stack) {
        Awaitility.await().atMost(QUIET).ignoreExceptions().until(() -> {
            for (String customer : created) {
                for (ChannelClient channel : List.of(stack.harbor(), stack.online())) {
                    JsonNode body = channel.get(customer).expect(200).body();
                    if (!body.path("syncStatus").asString().equals("SYNCED")
                            || body.path("pendingOperations").asInt() != 0) {
                        return false;
                    }
                    String number = body.path("accountNumber").asString();
                    assertThat(numbers.putIfAbsent(customer, number)).isIn(null, number);
                }
            }
            return true;
        });
    }

    private static void awaitFinished(LocalStack stack) {
        Awaitility.await().atMost(QUIET).ignoreExceptions().until(() -> {
            JsonNode recovery = stack.hq()
                    .http()
                    .get("/api/v1/recovery")
                    .expect(200)
                    .body()
                    .path("items")
                    .path(0);
            log.info("Recovery: {}", recovery);
            return recovery.path("status").asString().equals("FINISHED");
        });
    }

    private static void deleteTopics(LocalStack stack) throws Exception {
        try (Admin kafka =
                Admin.create(Map.of("bootstrap.servers", stack.addresses().kafka()))) {
            List<String> topics = kafka.listTopics().names().get().stream()
                    .filter(it -> it.startsWith("cdx.") || it.startsWith("customers."))
                    .toList();
            kafka.deleteTopics(topics).all().get();
        }
    }

    private static void awaitSameEverywhere(LocalStack stack, RestorablePostgres postgres) {
        Awaitility.await().atMost(QUIET).untilAsserted(() -> {
            Map<String, String> hq = customers(postgres.url("hq"), "version");
            assertThat(customers(stack.jdbcUrl("channel_harbor"), "hq_version")).isEqualTo(hq);
            assertThat(customers(stack.jdbcUrl("channel_online"), "hq_version")).isEqualTo(hq);
        });
    }

    private static Map<String, String> customers(String url, String version) throws SQLException {
        var customers = new TreeMap<String, String>();
        try (var connection = DriverManager.getConnection(url, "postgres", "");
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select async_customer_id, concat_ws(' ', account_number, first_name, last_name, %s) from customer where account_number like 'C-%%'"
                                .formatted(version))) {
            while (rows.next()) {
                customers.put(rows.getString(1), rows.getString(2));
            }
        }
        return customers;
    }
}
